create sequence content_id_seq;

create table media (
    id          bigint primary key,
    version     integer       not null,
    title       varchar(1000) not null,
    title_key   varchar(400) ${bycode} not null,
    slug        varchar(400),
    mime_type   varchar(127)  not null,
    source_url  varchar(2000) not null,
    alt_text    text          not null,
    caption     text          not null,
    description text          not null,
    width       integer,
    height      integer,
    file_size   bigint,
    author_id   bigint        not null references users,
    -- The post it was uploaded to; no foreign key, since posts know media and not the reverse.
    post_id     bigint,
    guid        varchar(2000) not null,
    created_at  timestamp(6) with time zone not null,
    updated_at  timestamp(6) with time zone not null
);
create index media_by_created on media (created_at, id);
create index media_by_title on media (title_key, id);
create index media_by_post on media (post_id, created_at, id);
create index media_by_type on media (mime_type, created_at, id);
create index media_by_author on media (author_id, created_at, id);
