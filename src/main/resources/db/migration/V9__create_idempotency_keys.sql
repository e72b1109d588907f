create table idempotency_key (
    -- The user, or a guest's address: one caller's key says nothing to another.
    key_space   varchar(100) not null,
    name        varchar(255) not null,
    operation   varchar(60)  not null,
    body_hash   varchar(64)  not null,
    result_kind varchar(20)  not null,
    -- Null while the first request is still running.
    result_id   bigint,
    created_at  timestamp(6) with time zone not null,
    primary key (key_space, name)
);
create index idempotency_key_by_created on idempotency_key (created_at);
