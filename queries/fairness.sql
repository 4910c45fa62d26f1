-- Was it first come, first served? The attempts of each sale in ten parts by arrival,
-- and how many of each part got units.
with placed as (
    select a.*, s.title, s.opens_at,
        ntile(10) over (partition by a.sale_id order by a.arrival) as tenth
    from attempts a join sales s using (sale_id)
    where a.decided_at >= s.opens_at
)
select title, tenth,
    count(*) as attempts,
    count(distinct user_id) as shoppers,
    count(*) filter (accepted) as accepted,
    round(100.0 * count(*) filter (accepted) / count(*), 1) as accepted_percent,
    round((epoch_us(min(decided_at)) - epoch_us(any_value(opens_at))) / 1000.0, 3) as from_ms_after_opening,
    round((epoch_us(max(decided_at)) - epoch_us(any_value(opens_at))) / 1000.0, 3) as to_ms_after_opening
from placed
group by sale_id, title, tenth
order by sale_id, tenth
