-- How many comments have each status. Several rows each, so that writers seldom wait for each other.
create table comment_tally (
    status varchar(10) not null,
    shard  integer     not null,
    amount bigint      not null,
    primary key (status, shard)
);
insert into comment_tally (status, shard, amount)
    select s.status, n.shard, 0
    from (values ('PENDING'), ('APPROVED'), ('SPAM'), ('TRASHED')) as s (status),
         (values (0), (1), (2), (3), (4), (5), (6), (7)) as n (shard);
update comment_tally set amount = (select count(*) from comment c where c.status = comment_tally.status)
    where shard = 0;

-- When somebody last commented; a name is a hash of a user, an e-mail address or an address.
create table comment_throttle (
    name    varchar(64) primary key,
    last_at timestamp(6) with time zone not null
);
create index comment_throttle_by_last on comment_throttle (last_at);

-- What a comment was when it came, for checks that answer later and are told what people decided.
create table comment_check (
    comment_id     bigint primary key references comment on delete cascade,
    -- The status that the local rules gave it, which it takes on when it is cleared.
    cleared_status varchar(10) not null,
    submitted      ${json}     not null,
    attempts       integer     not null,
    -- Null until it has been answered.
    answer         varchar(10)
);

-- Keys that signatures are made with, one for each use, made by the first node that needs it.
create table signing_key (
    name     varchar(50) primary key,
    material varchar(100) not null
);
