package dev.flashsale.query.orderrow;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Order rows, read. */
interface OrderRows extends Repository<OrderRow, String> {
    List<OrderRow> findByOrderId(String orderId);

    List<OrderRow> findByUserIdOrderByPlacedAtDesc(String userId, Limit limit);
}
