package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.platform.warmup.SalePreparation;
import org.springframework.stereotype.Component;

/** Has the units that are left known before the sale opens: the crowd comes in the first second. */
@Component
class LinePreparation implements SalePreparation {
    private final AdmissionPolicies policies;
    private final ItemLines lines;

    LinePreparation(AdmissionPolicies policies, ItemLines lines) {
        this.policies = policies;
        this.lines = lines;
    }

    @Override
    public void prepare(FlashSaleScheduled sale) {
        if (policies.of(sale.saleId()).queue()) {
            lines.prepare(sale.saleId(), OfferedSale.of(sale));
        }
    }
}
