-- What a sale may ask of an account before it lets somebody try.
alter table account add column level integer not null default 0;
alter table account add constraint account_level_ck check (level between 0 and 100);

-- Whom a merchant lets into a sale by name. An account that is forgotten takes its places along.
create table allow_listed (
    sale_id varchar(64) not null,
    user_id uuid        not null,
    constraint allow_listed_pk primary key (sale_id, user_id),
    constraint allow_listed_account_fk foreign key (user_id) references account (id) on delete cascade
);
create index allow_listed_of_account on allow_listed (user_id);

-- Who paid for something in which sale; kept from the events, can be rebuilt from them.
create table sale_buyer (
    sale_id varchar(255) not null,
    user_id varchar(255) not null,
    constraint sale_buyer_pk primary key (sale_id, user_id)
);
