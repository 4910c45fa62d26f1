-- How long did those who paid take to pay, and how much of the payment window was left?
select sale_id,
    count(*) as paid,
    round(quantile_cont(placed_to_ended_ms, 0.5), 3) as median_ms,
    round(quantile_cont(placed_to_ended_ms, 0.9), 3) as p90_ms,
    round(quantile_cont(placed_to_ended_ms, 0.99), 3) as p99_ms,
    round(max(placed_to_ended_ms), 3) as greatest_ms,
    round(min(payment_window_ms - placed_to_ended_ms), 3) as least_left_ms
from sagas join sales using (sale_id)
where outcome = 'PAID'
group by sale_id
order by sale_id
