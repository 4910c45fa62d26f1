package dev.flashsale.query.sale;

import dev.flashsale.platform.hot.HotExchange;
import dev.flashsale.platform.hot.HotRoute;
import dev.flashsale.query.page.Stamp;
import dev.flashsale.query.page.TimedPage;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** A sale's page ahead of the dispatcher. What is not a page is left to {@link SaleController}. */
@Component
class SaleRoute implements HotRoute {
    private final SalePages pages;

    SaleRoute(SalePages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public boolean serve(HotExchange exchange) throws IOException {
        String saleId = exchange.idBetween("/api/sales/", "");
        if (saleId == null || !exchange.asks("GET")) {
            return false;
        }
        Stamp now = pages.now();
        try {
            TimedPage page = pages.detail(saleId, now);
            if (page == null) {
                return false;
            }
            exchange.answer(page.answer(exchange, now));
            return true;
        } catch (ReadModelUnavailableException e) {
            return false;
        }
    }
}
