package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.CASES;
import static dev.flashsale.command.stock.StockScene.KIT;
import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONE;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.T0;
import static dev.flashsale.command.stock.StockScene.T1;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.kit;
import static dev.flashsale.command.stock.StockScene.lastTry;
import static dev.flashsale.command.stock.StockScene.phone;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of a purchase, and which one answers when several are broken. */
class StockRulesTest {
    private final Bucket bucket = Bucket.of(allocate(10, 1));

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:59:59.999Z, NOT_OPEN",
        "2026-11-21T10:00:00Z,",
        "2026-11-21T10:59:59.999Z,",
        "2026-11-21T11:00:00Z, ENDED"
    })
    void theWindowIncludesItsOpeningAndExcludesItsClosing(Instant at, @Nullable Refusal expected) {
        // given a sale from ten to eleven, when a request is decided at this instant, then only the window sells
        assertThat(refusal(bucket.buy(phones("p", 1), at))).isEqualTo(expected);
    }

    @Test
    void aWithdrawnStockGivesTheReasonOfItsWithdrawalWhateverTheTime() {
        // given a cancelled sale
        bucket.withdraw(Refusal.CANCELLED);

        // when someone asks before, during and after the window, then all hear that it was cancelled
        assertThat(refusal(bucket.buy(phones("early", 1), T0.minusMillis(1)))).isEqualTo(Refusal.CANCELLED);
        assertThat(refusal(bucket.buy(phones("within", 1), NOON))).isEqualTo(Refusal.CANCELLED);
        assertThat(refusal(bucket.buy(phones("late", 1), T1))).isEqualTo(Refusal.CANCELLED);
    }

    @Test
    void anOfferThatTheSaleDoesNotKnowIsRefused() {
        // given a sale of phones and kits, when someone asks for a tablet, then that offer is unknown
        assertThat(refusal(bucket.buy(wish("p", "anna", "tablet", 1), NOON))).isEqualTo(Refusal.UNKNOWN_OFFER);
    }

    @Test
    void anOfferThatTakesNothingFromThisItemIsRefusedHere() {
        // given a stock of cases that was also told of the phone, which takes no cases
        Bucket cases = Bucket.of(allocate(CASES, 10, phone(1), kit(1)));

        // when someone asks there for a phone, then nothing is reserved, and certainly not zero units
        assertThat(refusal(cases.buy(phones("p", 1), NOON))).isEqualTo(Refusal.UNKNOWN_OFFER);
        assertThat(refusal(cases.buy(phones("q", 11), NOON))).isEqualTo(Refusal.UNKNOWN_OFFER);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-2147483648"})
    void aQuantityBelowOneIsRefused(int quantity) {
        // given ten units, when someone asks for none or fewer, then the quantity is invalid
        assertThat(refusal(bucket.buy(phones("p", quantity), NOON))).isEqualTo(Refusal.INVALID_QUANTITY);
    }

    @ParameterizedTest
    @CsvSource({"1,", "2,", "3, LIMIT_EXCEEDED", "2147483647, LIMIT_EXCEEDED"})
    void aShopperBuysUpToTheLimitAtOnce(int quantity, @Nullable Refusal expected) {
        // given a limit of two, when a shopper asks for this many, then more than two are refused
        assertThat(refusal(bucket.buy(phones("p", quantity), NOON))).isEqualTo(expected);
    }

    @Test
    void theLimitCountsEveryPurchaseOfOneShopperAndNobodyElses() {
        // given a shopper who holds the limit of two by two purchases
        bucket.buy(wish("a1", "anna", PHONE, 1), NOON);
        bucket.buy(wish("a2", "anna", PHONE, 1), NOON);

        // when she and someone else ask for one more, then only she is over the limit
        assertThat(refusal(bucket.buy(wish("a3", "anna", PHONE, 1), NOON))).isEqualTo(Refusal.LIMIT_EXCEEDED);
        assertThat(refusal(bucket.buy(wish("b1", "ben", PHONE, 2), NOON))).isNull();
    }

    @Test
    void eachOfferHasItsOwnLimit() {
        // given a shopper at the limit of phones
        bucket.buy(wish("a1", "anna", PHONE, 2), NOON);

        // when she asks for kits, which contain a phone, then the kit's limit of one decides
        assertThat(refusal(bucket.buy(wish("a2", "anna", KIT, 1), NOON))).isNull();
        assertThat(refusal(bucket.buy(wish("a3", "anna", KIT, 1), NOON))).isEqualTo(Refusal.LIMIT_EXCEEDED);
    }

    @Test
    void aBundlesFurtherItemFollowsTheDecisionOfItsFirst() {
        // given a stock of cases, which is not the kit's first item
        Bucket cases = Bucket.of(allocate(CASES, 10, kit(1)));

        // when the same shopper's kits come, then the limit is not decided a second time
        cases.buy(wish("a1", "anna", KIT, 1), NOON);
        assertThat(refusal(cases.buy(wish("a2", "anna", KIT, 1), NOON))).isNull();
    }

    @Test
    void aBundleTakesItsUnitsAndCostsItsOwnPrice() {
        // given a stock of cases, when a kit with two cases is bought, then two units are held for the kit's price
        Bucket cases = Bucket.of(allocate(CASES, 10, kit(1)));
        cases.buy(wish("a1", "anna", KIT, 1), NOON);

        StockReserved reserved = (StockReserved) cases.history.getLast();
        assertThat(reserved.units()).isEqualTo(2);
        assertThat(reserved.availableUnits()).isEqualTo(8);
        assertThat(reserved.amountMinor()).isEqualTo(StockScene.KIT_PRICE);
    }

    @ParameterizedTest
    @CsvSource({"true, NOT_OPEN", "false, ENDED"})
    void theWindowSpeaksBeforeOfferQuantityAndLimit(boolean early, Refusal expected) {
        // given requests that break every later rule, when they come outside the window, then the window answers
        Instant at = early ? T0.minusMillis(1) : T1;
        assertThat(refusal(bucket.buy(wish("p", "anna", "tablet", 0), at))).isEqualTo(expected);
        assertThat(refusal(bucket.buy(phones("q", 3), at))).isEqualTo(expected);
    }

    @Test
    void theOfferSpeaksBeforeTheQuantityAndTheLimitBeforeTheStock() {
        // given one unit
        Bucket last = Bucket.of(allocate(1, 1));

        // when requests break two rules, then the first in order answers
        assertThat(refusal(last.buy(wish("p", "anna", "tablet", 0), NOON))).isEqualTo(Refusal.UNKNOWN_OFFER);
        assertThat(refusal(last.buy(phones("q", 3), NOON))).isEqualTo(Refusal.LIMIT_EXCEEDED);
        assertThat(refusal(last.buy(phones("r", 2), NOON))).isEqualTo(Refusal.SOLD_OUT);
    }

    @Test
    void aBucketWithSiblingsIsShortBeforeItIsSoldOut() {
        // given one unit in one of two buckets
        Bucket one = Bucket.of(allocate(1, 2));
        PurchaseRequest two = phones("p", 2);

        // when two are wanted, then the bucket asks for its siblings' help and records nothing
        assertThat(one.buy(two, NOON)).isEqualTo(new PurchaseOutcome.Short("p", 2, 1));
        assertThat(one.history).hasSize(1);

        // and once the siblings were seen empty, it is sold out
        assertThat(refusal(one.buy(lastTry(two), NOON))).isEqualTo(Refusal.SOLD_OUT);
    }

    @Test
    void siblingsThatWereSeenEmptyDoNotKeepABucketFromSelling() {
        // given a unit that came back after the siblings were asked, when the last try comes, then it gets the unit
        assertThat(refusal(Bucket.of(allocate(1, 2)).buy(lastTry(phones("p", 1)), NOON)))
                .isNull();
    }

    @Test
    void anAbsurdQuantityOfABundlesFurtherItemIsShortWithoutOverflow() {
        // given a bundle that takes a thousand units of this item, whose limit is decided elsewhere
        Offer pallet = new Offer(
                "pallet", 1, 1, List.of(new OfferComponent("case", 1, 1), new OfferComponent("phone", 1_000, 2)));
        Bucket phones = Bucket.of(allocate(PHONES, 1_000, pallet));

        // when the largest number of them is wanted, then no number overflows
        assertThat(phones.buy(wish("p", "anna", "pallet", Integer.MAX_VALUE), NOON))
                .isEqualTo(new PurchaseOutcome.Short("p", 1_000L * Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private static @Nullable Refusal refusal(PurchaseOutcome outcome) {
        return outcome instanceof PurchaseOutcome.Refused refused ? refused.reason() : null;
    }
}
