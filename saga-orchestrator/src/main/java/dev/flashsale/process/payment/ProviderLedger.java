package dev.flashsale.process.payment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The simulated provider's own books: what it collected, gave back, and still has to tell. */
@Component
class ProviderLedger {
    private final JdbcTemplate jdbc;

    ProviderLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Books a payment for an order once; answers the payment that is booked. */
    String book(String paymentId, String orderId, long amountMinor, String currency) {
        int unused = jdbc.update(
                "insert into provider_payment (payment_id, order_id, amount_minor, currency) values (?, ?, ?, ?)"
                        + " on conflict (order_id) do nothing",
                paymentId,
                orderId,
                amountMinor,
                currency);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select payment_id from provider_payment where order_id = ?", String.class, orderId));
    }

    /** Books a refund once; answers the refund that is booked, or nothing for a payment that is not in the books. */
    Optional<String> refund(String paymentId, String refundId) {
        int unused = jdbc.update(
                "update provider_payment set refund_id = coalesce(refund_id, ?) where payment_id = ?",
                refundId,
                paymentId);
        return jdbc
                .queryForList("select refund_id from provider_payment where payment_id = ?", String.class, paymentId)
                .stream()
                .findFirst();
    }

    /** Notices that are due, each claimed for one attempt; the next attempt comes later each time. */
    List<PaymentNotice> claimDueNotices(int most) {
        return jdbc.query(
                """
                update provider_payment p
                   set attempts = p.attempts + 1,
                       next_attempt_at = now() + least(power(2, p.attempts), 60) * interval '1 second'
                  from (select payment_id from provider_payment
                         where told_at is null and next_attempt_at <= now()
                         order by next_attempt_at limit ? for update skip locked) due
                 where p.payment_id = due.payment_id
                returning p.payment_id, p.order_id, p.amount_minor, p.currency
                """,
                (row, number) ->
                        new PaymentNotice(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                most);
    }

    /** The notice arrived. */
    void told(String paymentId) {
        int unused = jdbc.update("update provider_payment set told_at = now() where payment_id = ?", paymentId);
    }
}
