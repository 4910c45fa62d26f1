package dev.flashsale.query.sale;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.sale.SaleAnswers.Detail;
import dev.flashsale.query.sale.SaleAnswers.SaleList;
import dev.flashsale.query.sale.SaleAnswers.Summary;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales as everybody may see them. */
@RestController
@RequestMapping("/api/sales")
class SaleController {
    /** On a 304 too, which has no body: a countdown must not start from the time of an older answer. */
    private static final String SERVER_TIME = "Server-Time";

    private final SaleReads sales;
    private final Clock clock;

    SaleController(SaleReads sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<SaleList> list(@RequestParam(required = false) @Nullable ShopperStatus status) {
        Instant now = clock.instant();
        List<Summary> summaries = sales.all().stream()
                .map(sale -> Summary.of(sale, now))
                .filter(summary -> status == null || summary.status() == status)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SaleList(now, summaries));
    }

    /** Spring answers 304 by itself when the caller holds this content already. */
    @GetMapping("/{saleId}")
    ResponseEntity<Detail> detail(@PathVariable String saleId) {
        Instant now = clock.instant();
        Copied<Optional<SaleSnapshot>> found = sales.find(saleId);
        SaleSnapshot sale = found.value().orElseThrow(() -> ApiProblem.notFound("There is no such sale."));
        Detail detail = Detail.of(sale, found.stale(), now);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(detail.etag())
                .header(SERVER_TIME, now.toString())
                .body(detail);
    }
}
