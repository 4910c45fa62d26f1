package dev.flashsale.query.order;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.CurrentUser;
import dev.flashsale.query.redis.LocalCopy.Copied;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shopper's own orders. Somebody else's look as if they did not exist. */
@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final OrderReads orders;

    OrderController(OrderReads orders) {
        this.orders = orders;
    }

    @GetMapping
    ResponseEntity<OrderList> list(CurrentUser user) {
        Copied<List<OrderAnswer>> found = orders.of(user.userId());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OrderList(found.value(), found.stale()));
    }

    @GetMapping("/{orderId}")
    ResponseEntity<OrderAnswer> order(@PathVariable String orderId, CurrentUser user) {
        OrderAnswer order = orders.find(orderId, user.userId())
                .orElseThrow(() -> ApiProblem.notFound("There is no such order, or it is not visible yet."));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(order);
    }

    /** @param stale true when Redis could not be asked */
    record OrderList(List<OrderAnswer> orders, boolean stale) {}
}
