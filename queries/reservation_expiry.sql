-- How many reservations expired, and how soon after their last moment did the units go back on sale?
select r.sale_id, r.item_id,
    count(*) as reservations,
    count(*) filter (l.reason = 'EXPIRED') as expired,
    round(100.0 * count(*) filter (l.reason = 'EXPIRED') / count(*), 1) as expired_percent,
    coalesce(sum(l.units) filter (l.reason = 'EXPIRED'), 0) as expired_units,
    round(median(epoch_us(l.stored_at) - epoch_us(r.pay_by)) filter (l.reason = 'EXPIRED') / 1000.0, 3)
        as median_release_late_ms,
    round(max(epoch_us(l.stored_at) - epoch_us(r.pay_by)) filter (l.reason = 'EXPIRED') / 1000.0, 3)
        as greatest_release_late_ms
from stock_reserved r
    left join stock_released l on l.purchase_id = r.purchase_id and l.stock_id = r.stock_id
group by r.sale_id, r.item_id
order by r.sale_id, r.item_id
