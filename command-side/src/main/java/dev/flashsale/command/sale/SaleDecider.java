package dev.flashsale.command.sale;

import dev.flashsale.command.sale.SaleHistory.Stage;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.sale.AddStock;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.CancelFlashSale;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.SaleDecision;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.SaleRefusal;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.sale.SetAdmission;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a sale answers to each command, from its history and the command alone. */
final class SaleDecider {
    private SaleDecider() {}

    /** An answer, and the events behind it if something happened. */
    record Decided(SaleDecision decision, List<FlashSaleEvent> events) {
        static Decided happens(FlashSaleEvent... events) {
            return new Decided(SaleDecision.accepted(), List.of(events));
        }

        static Decided already() {
            return new Decided(SaleDecision.accepted(), List.of());
        }

        static Decided refused(SaleRefusal refusal, String detail) {
            return new Decided(SaleDecision.refused(refusal, detail), List.of());
        }
    }

    static Decided schedule(SaleHistory sale, ScheduleFlashSale command) {
        if (sale.scheduled != null) {
            return isRepeated(sale.scheduled, command)
                    ? Decided.already()
                    : Decided.refused(SaleRefusal.ALREADY_SCHEDULED, "Another sale with this id exists already.");
        }
        String brokenWindow = ScheduleRules.brokenWindow(command);
        if (brokenWindow != null) {
            return Decided.refused(SaleRefusal.INVALID_WINDOW, brokenWindow);
        }
        String brokenOffer = ScheduleRules.brokenOffer(command);
        if (brokenOffer != null) {
            return Decided.refused(SaleRefusal.INVALID_OFFER, brokenOffer);
        }
        FlashSaleScheduled scheduled = scheduled(command, command.at());
        AdmissionPolicy admission = command.admission();
        if (admission == null) {
            return Decided.happens(scheduled);
        }
        String brokenAdmission = AdmissionRules.broken(admission);
        return brokenAdmission == null
                ? Decided.happens(
                        scheduled, new AdmissionSet(command.saleId(), admission, command.scheduledBy(), command.at()))
                : Decided.refused(SaleRefusal.INVALID_ADMISSION, brokenAdmission);
    }

    // a later change of the admission does not make the schedule another one
    private static boolean isRepeated(FlashSaleScheduled earlier, ScheduleFlashSale command) {
        return ScheduleRules.brokenOffer(command) == null && earlier.equals(scheduled(command, earlier.at()));
    }

    static Decided setAdmission(SaleHistory sale, SetAdmission command) {
        if (sale.hasEnded()) {
            return Decided.refused(SaleRefusal.ENDED, "The sale has ended.");
        }
        String broken = AdmissionRules.broken(command.policy());
        if (broken != null) {
            return Decided.refused(SaleRefusal.INVALID_ADMISSION, broken);
        }
        return command.policy().equals(sale.admission)
                ? Decided.already()
                : Decided.happens(new AdmissionSet(command.saleId(), command.policy(), command.setBy(), command.at()));
    }

    private static FlashSaleScheduled scheduled(ScheduleFlashSale command, Instant at) {
        return new FlashSaleScheduled(
                command.saleId(),
                command.title(),
                command.currency(),
                command.opensAt(),
                command.closesAt(),
                command.paymentWindow().toMillis(),
                command.items(),
                command.bundles(),
                command.scheduledBy(),
                at);
    }

    static Decided open(SaleHistory sale, OpenFlashSale command) {
        return sale.stage == Stage.SCHEDULED
                ? Decided.happens(new FlashSaleOpened(command.saleId(), command.at()))
                : Decided.already();
    }

    static Decided close(SaleHistory sale, CloseFlashSale command) {
        return sale.hasEnded()
                ? Decided.already()
                : Decided.happens(new FlashSaleClosed(command.saleId(), command.at()));
    }

    static Decided cancel(SaleHistory sale, CancelFlashSale command) {
        return switch (sale.stage) {
            case CANCELLED -> Decided.already();
            case CLOSED -> Decided.refused(SaleRefusal.ENDED, "The sale has ended; there is nothing left to cancel.");
            default -> Decided.happens(new FlashSaleCancelled(command.saleId(), command.reason(), command.at()));
        };
    }

    static Decided addStock(SaleHistory sale, AddStock command) {
        if (sale.additions.contains(SaleHistory.addition(command.itemId(), command.additionId()))) {
            return Decided.already();
        }
        if (sale.hasEnded()) {
            return Decided.refused(SaleRefusal.ENDED, "The sale has ended.");
        }
        long units = (long) sale.unitsByItem.getOrDefault(command.itemId(), 0) + command.units();
        if (command.units() < 1 || units > ScheduleRules.MAX_UNITS) {
            return Decided.refused(
                    SaleRefusal.INVALID_UNITS,
                    "Units to add are at least 1, and an item has at most " + ScheduleRules.MAX_UNITS + " in all.");
        }
        return itemOf(sale, command.itemId())
                .map(item -> Decided.happens(new StockAdditionGranted(
                        command.saleId(),
                        command.itemId(),
                        command.additionId(),
                        command.units(),
                        item.buckets(),
                        command.at())))
                .orElseGet(() -> Decided.refused(SaleRefusal.UNKNOWN_ITEM, "The sale has no such item."));
    }

    private static Optional<SaleItem> itemOf(SaleHistory sale, String itemId) {
        return sale.scheduled == null
                ? Optional.empty()
                : sale.scheduled.items().stream()
                        .filter(item -> item.itemId().equals(itemId))
                        .findFirst();
    }
}
