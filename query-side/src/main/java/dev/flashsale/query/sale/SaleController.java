package dev.flashsale.query.sale;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.page.Stamp;
import dev.flashsale.query.page.TimedPage;
import dev.flashsale.query.sale.SaleAnswers.Detail;
import dev.flashsale.query.sale.SaleAnswers.SaleList;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales as everybody may see them; most requests for one sale are answered by {@link SaleRoute} already. */
@RestController
@RequestMapping(path = "/api/sales", produces = MediaType.APPLICATION_JSON_VALUE)
class SaleController {
    private final SalePages pages;

    SaleController(SalePages pages) {
        this.pages = pages;
    }

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SaleList.class)))
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable ShopperStatus status, HttpServletRequest request) {
        Stamp now = pages.now();
        return pages.list(status, now).answer(request, now);
    }

    /** Answers 304 when the caller holds this content already. */
    @GetMapping("/{saleId}")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Detail.class)))
    ResponseEntity<byte[]> detail(@PathVariable String saleId, HttpServletRequest request) {
        Stamp now = pages.now();
        TimedPage page = pages.detail(saleId, now);
        if (page == null) {
            throw ApiProblem.notFound("There is no such sale.");
        }
        return page.answer(request, now);
    }
}
