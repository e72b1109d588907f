-- Whoever sets the own address could set that of another, who must not get in there by it.
alter table users add column email_unconfirmed boolean default false not null;

-- Accounts at other sites by which users get in.
create sequence user_identity_id_seq;
create table user_identity (
    id           bigint primary key,
    user_id      bigint       not null references users on delete cascade,
    -- The name under which the other site was configured when they were tied.
    provider     varchar(20)  not null,
    issuer       varchar(200) not null,
    subject      varchar(255) not null,
    -- What the account is called there, so that its owner knows it again.
    account_name varchar(254) not null,
    created_at   timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    constraint user_identity_key unique (issuer, subject)
);
create index user_identity_by_user on user_identity (user_id, id);
