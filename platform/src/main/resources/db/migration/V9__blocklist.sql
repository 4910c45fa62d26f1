-- Who may not buy now, for every node to read; written with the events that say why, and emptied of what is over.
create table blocked_subject (
    block_id   varchar(255) not null primary key,
    -- USER or ADDRESS, and a user id or the keyed hash of a network
    kind       varchar(16)  not null,
    subject    varchar(128) not null,
    reason     varchar(500) not null,
    until      timestamptz  not null,
    blocked_by varchar(128) not null,
    automatic  boolean      not null,
    blocked_at timestamptz  not null
);
create index blocked_subject_until on blocked_subject (until);

-- Counts the transactions that changed the table above: a node that has seen the number has seen the table.
create table blocklist_version (
    version bigint not null
);
insert into blocklist_version (version) values (0);
