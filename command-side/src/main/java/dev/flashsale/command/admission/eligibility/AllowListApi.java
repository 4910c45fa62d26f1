package dev.flashsale.command.admission.eligibility;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.platform.problem.ApiProblem;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Merchants say by name who may buy. It takes effect on this node at once, on others within a second. */
@RestController
@RequestMapping("/api/admin/sales/{saleId}/allow-list")
@Validated
class AllowListApi {
    /** How many accounts are on the list. */
    record Listed(String saleId, int listed) {}

    /**
     * What became of an upload.
     *
     * @param entries how many different entries were sent
     * @param listed how many accounts are on the list now; an entry that names no account is not kept
     */
    record Uploaded(String saleId, int entries, int listed) {}

    /** How many accounts were on the list. */
    record Removed(String saleId, int removed) {}

    private final AllowListTable lists;
    private final KnownFacts facts;
    private final EventStore events;
    private final JsonMapper json;

    AllowListApi(AllowListTable lists, KnownFacts facts, EventStore events, JsonMapper json) {
        this.lists = lists;
        this.facts = facts;
        this.events = events;
        this.json = json;
    }

    /** Replaces the list by the user ids and usernames in the first column of the lines sent. */
    @PutMapping(consumes = "text/csv")
    Uploaded replaceByLines(@PathVariable @Size(max = 64) String saleId, InputStream body) throws IOException {
        expectSale(saleId);
        return replace(saleId, AllowListReader.csv(body));
    }

    /** Replaces the list by the user ids and usernames in the array sent. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Uploaded replaceByArray(@PathVariable @Size(max = 64) String saleId, InputStream body) {
        expectSale(saleId);
        return replace(saleId, AllowListReader.json(json, body));
    }

    @GetMapping
    Listed count(@PathVariable @Size(max = 64) String saleId) {
        expectSale(saleId);
        return new Listed(saleId, lists.count(saleId));
    }

    @DeleteMapping
    Removed remove(@PathVariable @Size(max = 64) String saleId) {
        expectSale(saleId);
        int removed = lists.remove(saleId);
        facts.changed();
        return new Removed(saleId, removed);
    }

    // the transaction begins when everything has been read: a slow upload holds no connection
    private Uploaded replace(String saleId, Set<String> entries) {
        int listed = lists.replace(saleId, entries);
        facts.changed();
        return new Uploaded(saleId, entries.size(), listed);
    }

    private void expectSale(String saleId) {
        DomainEventStream history = events.readEvents(saleId);
        if (!history.hasNext() || !(history.next().getPayload() instanceof FlashSaleScheduled)) {
            throw ApiProblem.of(HttpStatus.NOT_FOUND, "unknown-sale", "There is no such sale");
        }
    }
}
