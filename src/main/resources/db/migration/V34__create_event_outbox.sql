create sequence event_id_seq;

-- What was changed, written in the transaction of the change.
create table event (
    id            bigint primary key,
    -- Given after the commit, in the order that all consumers see; null until then.
    position      bigint,
    at            timestamp(6) with time zone not null,
    -- The node that published it.
    node          varchar(36)  not null,
    subject       varchar(20)  not null,
    -- Null where there is no one such thing.
    subject_id    bigint,
    action        varchar(20)  not null,
    version       bigint       not null,
    status_before varchar(20),
    status_after  varchar(20),
    -- Null where no user did it.
    actor_id      bigint,
    -- Between blanks.
    tags          text         not null
);
create unique index event_by_position on event (position);
create index event_by_at on event (at);

-- The last position that was given. Whoever gives positions holds the one row.
create table event_sequence (
    id       integer primary key,
    position bigint not null
);
insert into event_sequence (id, position) values (1, 0);

-- How far each consumer has come.
create table event_consumer (
    name     varchar(50) primary key,
    position bigint not null
);
