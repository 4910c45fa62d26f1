-- What happened in the first 100 milliseconds after opening, in steps of 10?
with early as (
    select a.*, s.title, (epoch_us(a.decided_at) - epoch_us(s.opens_at)) // 10000 * 10 as ms_after_opening
    from attempts a join sales s using (sale_id)
    where a.decided_at >= s.opens_at and a.decided_at < s.opens_at + interval 100 milliseconds
)
select title, ms_after_opening,
    count(*) as attempts,
    count(distinct user_id) as shoppers,
    count(*) filter (accepted) as accepted,
    count(*) filter (not accepted) as refused
from early
group by sale_id, title, ms_after_opening
order by sale_id, ms_after_opening
