-- The files that this server keeps. The same bytes are kept once, however many media show them.
create sequence media_file_id_seq;

create table media_file (
    id          bigint primary key,
    -- In hex; null once the file is to be removed, so that nothing new refers to it.
    sha256      varchar(64) unique,
    storage_key varchar(200) not null unique,
    mime_type   varchar(127) not null,
    size        bigint       not null,
    -- In pixels; null for what is no image.
    width       integer,
    height      integer,
    created_at  timestamp(6) with time zone not null
);

-- Null for media whose files are at other sites.
alter table media add column file_id bigint references media_file;
alter table media add column credit varchar(2000) default '' not null;
alter table media add column focal_x double precision;
alter table media add column focal_y double precision;
create index media_by_file on media (file_id, id);
