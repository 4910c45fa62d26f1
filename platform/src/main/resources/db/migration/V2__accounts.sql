-- Who may log in. Usernames are stored in lower case: two that differ only in case are one.
create table account (
    id            uuid         not null,
    username      varchar(64)  not null,
    password_hash varchar(200) not null,
    role          varchar(16)  not null,
    created_at    timestamptz  not null,
    constraint account_pk primary key (id),
    constraint account_username_uq unique (username),
    constraint account_username_ck check (username = lower(username)),
    constraint account_role_ck check (role in ('SHOPPER', 'MERCHANT', 'ANALYST'))
);
