-- Does the money add up? What came in, what was kept for paid orders, what went back, and what is still owed.
with money as (
    select order_id, currency, amount_minor as paid, 0 as not_applied, 0 as refunded from order_paid
    union all
    select order_id, currency, 0, amount_minor, 0 from payment_not_applied
    union all
    select order_id, currency, 0, 0, amount_minor from payment_refunded
)
select o.sale_id, m.currency,
    sum(paid) + sum(not_applied) as captured_minor,
    sum(paid) as paid_minor,
    sum(not_applied) as not_applied_minor,
    sum(refunded) as refunded_minor,
    sum(not_applied) - sum(refunded) as still_owed_minor
from money m left join orders o on o.order_id = m.order_id
group by o.sale_id, m.currency
order by o.sale_id, m.currency
