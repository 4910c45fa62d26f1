package dev.flashsale.command.sale;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.sale.AddStock;
import dev.flashsale.kernel.sale.CancelFlashSale;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.sale.SetAdmission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What merchants do with sales. */
@RestController
@RequestMapping("/api/admin/sales")
@Validated
class SaleAdminApi {
    /** The id under which the sale was scheduled. */
    record Scheduled(String saleId) {}

    /** Why a sale is called off; shoppers may read it. */
    record Cancellation(@NotBlank @Size(max = 200) String reason) {}

    /** How many units to put on sale in addition. */
    record Addition(@Min(1) @Max(1_000_000) int units) {}

    private final SaleCommands sales;
    private final AdmissionPolicies policies;
    private final Clock clock;

    SaleAdminApi(SaleCommands sales, AdmissionPolicies policies, Clock clock) {
        this.sales = sales;
        this.policies = policies;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Scheduled> schedule(@Valid @RequestBody SalePlan plan, Principal merchant) {
        String saleId = UuidCreator.getTimeOrderedEpoch().toString();
        sales.carryOut(new ScheduleFlashSale(
                saleId,
                plan.title(),
                plan.currency(),
                plan.opensAt(),
                plan.closesAt(),
                Duration.ofSeconds(plan.paymentWindowSeconds()),
                plan.items().stream().map(SalePlan.Item::toKernel).toList(),
                plan.bundles().stream().map(SalePlan.BundlePlan::toKernel).toList(),
                plan.admission() == null ? null : plan.admission().toKernel(),
                merchant.getName(),
                clock.instant()));
        return ResponseEntity.created(URI.create("/api/sales/" + saleId)).body(new Scheduled(saleId));
    }

    /** Who may try, with all that shoppers are not told; changed on another node, it is known here within a second. */
    @GetMapping("/{saleId}/admission")
    AdmissionPolicy admission(@PathVariable @Size(max = 64) String saleId) {
        return policies.of(saleId);
    }

    @PutMapping("/{saleId}/admission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setAdmission(
            @PathVariable @Size(max = 64) String saleId, @Valid @RequestBody AdmissionPlan plan, Principal merchant) {
        sales.carryOut(new SetAdmission(saleId, plan.toKernel(), merchant.getName(), clock.instant()));
        policies.changed(saleId);
    }

    @PostMapping("/{saleId}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable @Size(max = 64) String saleId) {
        sales.carryOut(new CloseFlashSale(saleId, clock.instant()));
    }

    @PostMapping("/{saleId}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable @Size(max = 64) String saleId, @Valid @RequestBody Cancellation cancellation) {
        sales.carryOut(new CancelFlashSale(saleId, cancellation.reason(), clock.instant()));
    }

    @PostMapping("/{saleId}/items/{itemId}/stock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addStock(
            @PathVariable @Size(max = 64) String saleId,
            @PathVariable @Size(max = 40) String itemId,
            @RequestHeader("Idempotency-Key") @Pattern(regexp = "[!-~]{8,128}") String idempotencyKey,
            @Valid @RequestBody Addition addition) {
        sales.carryOut(new AddStock(saleId, itemId, idempotencyKey, addition.units(), clock.instant()));
    }
}
