-- Orders as rows, one partition per sale: history for shoppers and analysts, and the answer when Redis is away.
create table purchase_order (
    sale_id      varchar(255)             not null,
    order_id     varchar(36)              not null,
    user_id      varchar(255)             not null,
    offer_id     varchar(255)             not null,
    quantity     integer                  not null,
    amount_minor bigint                   not null,
    currency     varchar(3)               not null,
    status       varchar(20)              not null,
    placed_at    timestamp with time zone not null,
    pay_by       timestamp with time zone not null,
    -- position of the event that wrote the row last; an older event changes nothing
    as_of_index  bigint                   not null,
    constraint purchase_order_pk primary key (sale_id, order_id)
) partition by list (sale_id);
create index purchase_order_by_id on purchase_order (order_id);
create index purchase_order_of_user on purchase_order (user_id, placed_at desc);

-- takes what has no partition of its own; empty in normal running
create table purchase_order_default partition of purchase_order default;

-- PostgreSQL quotes the names itself, so that no sale id can become part of a statement.
create function create_order_partition(sale varchar) returns void language plpgsql as $$
declare
    readable text := left(regexp_replace(lower(sale), '[^a-z0-9]', '_', 'g'), 30);
begin
    execute format('create table if not exists %I partition of purchase_order for values in (%L)',
        'purchase_order_' || readable || '_' || left(md5(sale), 12), sale);
end $$;

-- How far each Redis projection has come, kept where Redis cannot lose it.
create table read_model_mark (
    projection  varchar(100) not null primary key,
    -- changes with every rebuild: content of another generation is not this projection's
    generation  varchar(36)  not null,
    last_index  bigint       not null,
    -- a rebuild is complete when last_index has reached this again
    complete_at bigint       not null
);
