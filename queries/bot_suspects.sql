-- Who behaved like a program? Shoppers that asked faster than hands can, or far more often than others,
-- or asked before the sale was open again and again.
with paced as (
    select a.*, s.opens_at,
        (epoch_us(a.decided_at) - epoch_us(lag(a.decided_at) over (partition by a.sale_id, a.user_id order by a.arrival)))
            / 1000.0 as gap_ms
    from attempts a join sales s using (sale_id)
    where a.user_id is not null
),
shoppers as (
    select sale_id, user_id,
        count(*) as attempts,
        count(*) filter (accepted) as accepted,
        count(*) filter (decided_at < opens_at) as before_opening,
        round(min(gap_ms), 3) as shortest_gap_ms,
        round(median(gap_ms), 3) as median_gap_ms
    from paced
    group by sale_id, user_id
),
judged as (
    select *,
        case when attempts >= 3 and median_gap_ms < 100 then 'asks every ' || median_gap_ms || ' ms' end as too_fast,
        case when attempts >= 20 and attempts > 5 * median(attempts) over (partition by sale_id)
            then 'asks far more often than others' end as too_often,
        case when before_opening >= 5 then 'asks before the opening' end as too_early
    from shoppers
)
select sale_id, user_id, attempts, accepted, before_opening, shortest_gap_ms, median_gap_ms,
    concat_ws(', ', too_fast, too_often, too_early) as why
from judged
where too_fast is not null or too_often is not null or too_early is not null
order by attempts desc, sale_id, user_id
limit 50
