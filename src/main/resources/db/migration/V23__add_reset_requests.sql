-- Addresses that asked for a link, whether they have an account or not: looking is done afterwards,
-- so that asking takes the same time for both.
create sequence reset_request_id_seq;
create table reset_request (
    id         bigint primary key,
    email_key  varchar(320) not null,
    created_at timestamp(6) with time zone not null
);
create index reset_request_by_created on reset_request (created_at);
