-- Who is suspended gets in by no way.
alter table users add column suspended_at timestamp(6) with time zone;
alter table users add column avatar_url varchar(2000) default '' not null;

-- Apart from users, so that no reading of a user loads it.
create table user_password (
    user_id    bigint primary key references users on delete cascade,
    -- Says by itself how it was made.
    hash       varchar(500) not null,
    changed_at timestamp(6) with time zone not null
);

-- API tokens and application passwords. '*' is every scope, also those that come later.
alter table api_token add column kind varchar(20) default 'API_TOKEN' not null;
alter table api_token add column scopes varchar(400) default '*' not null;
alter table api_token add column expires_at timestamp(6) with time zone;
alter table api_token add column last_used_at timestamp(6) with time zone;
alter table api_token add column last_address varchar(45) default '' not null;
-- Of application passwords only.
alter table api_token add column uuid varchar(36);
alter table api_token add column app_id varchar(36) default '' not null;
alter table api_token add constraint api_token_uuid unique (uuid);

create sequence user_session_id_seq;
create table user_session (
    id           bigint primary key,
    user_id      bigint       not null references users on delete cascade,
    -- A refresh token has two parts: one that stays, and one that serves once.
    family_hash  varchar(64)  not null unique,
    secret_hash  varchar(64)  not null,
    way          varchar(60)  not null,
    address      varchar(45)  not null,
    user_agent   varchar(300) not null,
    created_at   timestamp(6) with time zone not null,
    refreshed_at timestamp(6) with time zone not null,
    -- Not later, however often it is refreshed.
    expires_at   timestamp(6) with time zone not null
);
create index user_session_by_user on user_session (user_id, id);
create index user_session_by_refreshed on user_session (refreshed_at);
create index user_session_by_expires on user_session (expires_at);

-- Links and codes that serve once and for a short time.
create table one_time_secret (
    hash       varchar(64)   primary key,
    purpose    varchar(30)   not null,
    user_id    bigint references users on delete cascade,
    detail     varchar(2000) not null,
    expires_at timestamp(6) with time zone not null
);
create index one_time_secret_by_user on one_time_secret (user_id, purpose);
create index one_time_secret_by_expires on one_time_secret (expires_at);

-- Key pairs that access tokens are signed with, in base64; the latest one signs.
create table access_key (
    id          varchar(40)   primary key,
    public_key  varchar(1000) not null,
    private_key varchar(1000) not null,
    created_at  timestamp(6) with time zone not null
);
