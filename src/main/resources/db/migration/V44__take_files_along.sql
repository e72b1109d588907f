-- Files that imports are still to get. A row goes when its file is here, or is given up.
create table import_media_file (
    import_id     bigint        not null references import_run on delete cascade,
    media_id      bigint        not null,
    source_key    varchar(300)  not null,
    title         varchar(500)  not null,
    url           varchar(2100) not null,
    -- Below the uploads folder; may be empty.
    attached_file varchar(1000) not null,
    -- Counted before each attempt, since a node may die of a file.
    attempts      integer       not null,
    primary key (import_id, media_id)
);
create index import_media_file_by_attempts on import_media_file (import_id, attempts, media_id);

-- The last post whose addresses were rewritten, by its key at the exported site.
alter table import_run add column rewritten_key varchar(300) default '' not null;

create index import_mapping_by_target on import_mapping (target_id, kind);
