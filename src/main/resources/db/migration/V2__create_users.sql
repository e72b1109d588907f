create sequence user_id_seq start with 2;
create sequence api_token_id_seq;

create table users (
    id              bigint primary key,
    version         integer       not null,
    login           varchar(120)  not null,
    -- Lower case: logins and e-mail addresses differ only if more than their case does.
    login_key       varchar(120)  not null unique,
    email           varchar(320),
    email_key       varchar(320)  unique,
    display_name    varchar(500)  not null,
    name_key        varchar(400) ${bycode} not null,
    slug            varchar(400)  not null,
    biography       text          not null,
    url             varchar(2000) not null,
    role            varchar(20)   not null,
    -- Published posts and pages; a user who has any has a public profile.
    published_count integer       not null,
    public_profile  boolean       not null,
    created_at      timestamp(6) with time zone not null,
    updated_at      timestamp(6) with time zone not null
);
create index users_by_name on users (name_key, id);
create index users_public_by_name on users (public_profile, name_key, id);
create index users_by_created on users (created_at, id);
create index users_public_by_created on users (public_profile, created_at, id);
create index users_public_by_id on users (public_profile, id);

create table api_token (
    id           bigint primary key,
    user_id      bigint       not null references users on delete cascade,
    name         varchar(200) not null,
    token_hash   varchar(64)  not null unique,
    created_at   timestamp(6) with time zone not null
);
create index api_token_by_user on api_token (user_id);
