package dev.flashsale.query.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.platform.axon.Serialization;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import dev.flashsale.query.redis.RedisReads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Sales as Redis holds them. */
@Component
class StoredSales {
    private static final ObjectMapper JSON = Serialization.storedJson();
    private static final int MOST_LISTED = 200;

    private final SaleViews views;
    private final StringRedisTemplate redis;
    private final HashOperations<String, String, String> hashes;
    private final RedisReads reads;

    StoredSales(SaleViews views, StringRedisTemplate redis, RedisReads reads) {
        this.views = views;
        this.redis = redis;
        this.hashes = redis.opsForHash();
        this.reads = reads;
    }

    /**
     * One sale; empty when there is none.
     *
     * @throws ReadModelUnavailableException Redis is away
     */
    Optional<SaleSnapshot> find(String saleId) {
        return reads.find(Projections.SALES, () -> load(saleId));
    }

    /**
     * Ids of the sales that open last, latest opening first.
     *
     * @throws ReadModelUnavailableException Redis is away
     */
    List<String> ids() {
        return reads.list(Projections.SALES, this::loadIds);
    }

    private List<String> loadIds() {
        Set<String> ids = redis.opsForZSet().reverseRange(SaleKeys.LIST, 0, MOST_LISTED - 1);
        return ids == null ? List.of() : List.copyOf(ids);
    }

    private Optional<SaleSnapshot> load(String saleId) {
        // a sale whose facts did not arrive yet has no title
        return views.findById(saleId).filter(view -> view.title() != null).map(this::snapshot);
    }

    private SaleSnapshot snapshot(SaleView view) {
        ItemUnits left = new ItemUnits(hashes.entries(SaleKeys.units(view.saleId())));
        ItemUnits added = new ItemUnits(hashes.entries(SaleKeys.additions(view.saleId())));
        List<SaleSnapshot.Item> items = new ArrayList<>();
        for (SaleItem item : parse(view.items(), new TypeReference<List<SaleItem>>() {})) {
            long total = item.units() + added.of(item);
            items.add(new SaleSnapshot.Item(item, total, left.remaining(item, total)));
        }
        return new SaleSnapshot(
                view.saleId(),
                known(view.title()),
                known(view.currency()),
                Instant.parse(known(view.opensAt())),
                Instant.parse(known(view.closesAt())),
                known(view.paymentWindowMs()),
                items,
                parse(view.bundles(), new TypeReference<List<Bundle>>() {}),
                admission(view),
                known(view.phase()));
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a scheduled sale has all its facts");
    }

    private static Admission admission(SaleView view) {
        return view.admission() == null ? Admission.OPEN : parse(view.admission(), new TypeReference<Admission>() {});
    }

    private static <T> T parse(@Nullable String json, TypeReference<T> type) {
        try {
            return JSON.readValue(known(json), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Redis holds a sale that cannot be read", e);
        }
    }
}
