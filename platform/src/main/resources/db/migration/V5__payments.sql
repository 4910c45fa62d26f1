-- The simulated payment provider's books.
create table provider_payment (
    payment_id      varchar(64) not null primary key,
    order_id        varchar(64) not null unique,
    amount_minor    bigint      not null,
    currency        varchar(3)  not null,
    refund_id       varchar(64),
    charged_at      timestamp with time zone not null default now(),
    told_at         timestamp with time zone,
    attempts        integer     not null default 0,
    next_attempt_at timestamp with time zone not null default now()
);
create index provider_payment_to_tell on provider_payment (next_attempt_at) where told_at is null;

-- Stocks that may hold reservations: where the sweeper looks.
create table stock_watch (
    stock_id          varchar(255) not null primary key,
    closes_at         timestamp with time zone not null,
    payment_window_ms bigint not null
);
