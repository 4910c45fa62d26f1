-- Purchase attempts that were refused before a stock could decide, many to a row, in arrival order (docs/attempts.md).
create table attempt_batch (
    batch_id bigint generated always as identity primary key,
    -- one start of one node, and the number of the row within it, from 1 on
    run_id   uuid                     not null,
    number   bigint                   not null,
    first_at timestamp with time zone not null,
    last_at  timestamp with time zone not null,
    -- how many the payload holds
    attempts integer                  not null,
    -- how many this run could not keep since its row before
    dropped  bigint                   not null,
    -- a run without such a row ended in a crash, and took its last moments along
    ends_run boolean                  not null,
    format   smallint                 not null,
    payload  bytea                    not null,
    -- a row whose commit was not heard of is sent again
    constraint attempt_batch_once unique (run_id, number)
);
-- random ids do not compress: trying to would only cost
alter table attempt_batch alter column payload set storage external;
create index attempt_batch_last_at on attempt_batch (last_at);
