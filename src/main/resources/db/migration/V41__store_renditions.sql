-- Smaller versions of stored images. Each is made once for all media with these bytes.
create table media_rendition (
    storage_key varchar(200) primary key,
    file_id     bigint       not null references media_file,
    sha256      varchar(64)  not null,
    mime_type   varchar(127) not null,
    size        bigint       not null,
    -- In pixels.
    width       integer      not null,
    height      integer      not null,
    created_at  timestamp(6) with time zone not null
);
create index media_rendition_by_file on media_rendition (file_id);

-- What a page shows until the image is there; null until its renditions are made.
alter table media_file add column blur_hash varchar(100);
alter table media_file add column dominant_color varchar(7);

-- none, pending or ready
alter table media add column rendition_state varchar(20) default 'NONE' not null;
