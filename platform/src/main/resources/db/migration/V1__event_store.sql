-- The event store. Append-only: nothing in the product updates or deletes a row here.
-- Increment 1 and no cache: readers then see few gaps in global_index, and every gap costs each reader (see docs/adr).
create sequence domain_event_entry_seq increment by 1 cache 1;

create table domain_event_entry (
    global_index         bigint       not null default nextval('domain_event_entry_seq'),
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255),
    event_identifier     varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    time_stamp           varchar(255) not null,
    constraint domain_event_entry_pk primary key (global_index),
    -- the arbiter: of two writers that decided from the same history, one fails here
    constraint domain_event_entry_aggregate_uq unique (aggregate_identifier, sequence_number),
    constraint domain_event_entry_event_uq unique (event_identifier)
);
alter sequence domain_event_entry_seq owned by domain_event_entry.global_index;

create table snapshot_event_entry (
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    event_identifier     varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    time_stamp           varchar(255) not null,
    constraint snapshot_event_entry_pk primary key (aggregate_identifier, sequence_number, type),
    constraint snapshot_event_entry_event_uq unique (event_identifier)
);

create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    constraint token_entry_pk primary key (processor_name, segment)
);
