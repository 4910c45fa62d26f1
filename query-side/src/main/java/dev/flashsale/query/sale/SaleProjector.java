package dev.flashsale.query.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.platform.axon.Serialization;
import dev.flashsale.query.redis.GlobalIndex;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModel;
import dev.flashsale.query.redis.Writes;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps sales and the units that each bucket still holds. */
@Component
@ProcessingGroup(Projections.SALES)
class SaleProjector {
    private static final ObjectMapper JSON = Serialization.storedJson();

    private final ReadModel readModel;

    SaleProjector(ReadModel readModel) {
        this.readModel = readModel;
    }

    @EventHandler
    void on(FlashSaleScheduled event, TrackingToken token) throws JsonProcessingException {
        long index = GlobalIndex.of(token);
        String key = SaleKeys.sale(event.saleId());
        Map<String, String> facts = Map.of(
                "saleId", event.saleId(),
                "title", event.title(),
                "currency", event.currency(),
                "opensAt", event.opensAt().toString(),
                "closesAt", event.closesAt().toString(),
                "paymentWindowMs", Long.toString(event.paymentWindowMs()),
                "items", JSON.writeValueAsString(event.items()),
                "bundles", JSON.writeValueAsString(event.bundles()));
        writes().entity(key, "facts", index, facts);
        writes().entity(key, "phase", index, Map.of("phase", "SCHEDULED"));
        writes().rank(SaleKeys.LIST, event.saleId(), event.opensAt().toEpochMilli(), index);
    }

    @EventHandler
    void on(AdmissionSet event, TrackingToken token) throws JsonProcessingException {
        String admission = JSON.writeValueAsString(Admission.of(event.policy()));
        writes().entity(
                        SaleKeys.sale(event.saleId()),
                        "admission",
                        GlobalIndex.of(token),
                        Map.of("admission", admission));
    }

    @EventHandler
    void on(FlashSaleOpened event, TrackingToken token) {
        phase(event.saleId(), "OPENED", token);
    }

    @EventHandler
    void on(FlashSaleClosed event, TrackingToken token) {
        phase(event.saleId(), "CLOSED", token);
    }

    @EventHandler
    void on(FlashSaleCancelled event, TrackingToken token) {
        phase(event.saleId(), "CANCELLED", token);
    }

    @EventHandler
    void on(StockAdditionGranted event, TrackingToken token) {
        String field = event.itemId() + ":" + event.additionId();
        writes().put(SaleKeys.additions(event.saleId()), field, Integer.toString(event.units()), GlobalIndex.of(token));
    }

    @EventHandler
    void on(StockAllocated event, TrackingToken token) {
        units(event, event.units(), token);
    }

    @EventHandler
    void on(StockReserved event, TrackingToken token) {
        units(event, event.availableUnits(), token);
    }

    @EventHandler
    void on(StockReleased event, TrackingToken token) {
        units(event, event.availableUnits(), token);
    }

    @EventHandler
    void on(StockAdded event, TrackingToken token) {
        units(event, event.availableUnits(), token);
    }

    @EventHandler
    void on(StockTransferred event, TrackingToken token) {
        units(event, event.availableUnits(), token);
    }

    @EventHandler
    void on(StockTransferReceived event, TrackingToken token) {
        units(event, event.availableUnits(), token);
    }

    @ResetHandler
    void reset() {
        readModel.forget(Projections.SALES, SaleKeys.PATTERNS);
    }

    private void phase(String saleId, String phase, TrackingToken token) {
        writes().entity(SaleKeys.sale(saleId), "phase", GlobalIndex.of(token), Map.of("phase", phase));
    }

    private void units(StockEvent event, int units, TrackingToken token) {
        String saleId = event.saleId();
        String bucket = event.itemId() + ":" + event.bucket();
        writes().value(
                        SaleKeys.units(saleId),
                        SaleKeys.unitsGuard(saleId),
                        bucket,
                        GlobalIndex.of(token),
                        Integer.toString(units));
    }

    private Writes writes() {
        return readModel.writes(Projections.SALES);
    }
}
