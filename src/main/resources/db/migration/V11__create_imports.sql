create sequence import_source_id_seq;
create sequence import_run_id_seq;

-- Sites that exports came from; ids and logins mean something only within one of them.
create table import_source (
    id  bigint primary key,
    url varchar(500) not null unique
);

-- What of a site was taken over, and as what: what makes a repeat add nothing.
create table import_mapping (
    source_id  bigint       not null references import_source,
    kind       varchar(10)  not null,
    source_key varchar(300) not null,
    target_id  bigint       not null,
    primary key (source_id, kind, source_key)
);

create table import_run (
    id             bigint primary key,
    version        integer       not null,
    status         varchar(10)   not null,
    file_name      varchar(255)  not null,
    bytes          bigint        not null,
    site_url       varchar(500)  not null,
    site_title     varchar(400)  not null,
    options        ${json}       not null,
    -- Authors, terms and items in the file, and how many of them have been dealt with.
    records_found  integer       not null,
    records_done   integer       not null,
    -- How often a node began since there was progress; one that keeps dying of a file gives up.
    starts         integer       not null,
    warning_count  integer       not null,
    failure        varchar(2000),
    failure_line   integer,
    failure_column integer,
    created_by     bigint references users on delete set null,
    created_at     timestamp(6) with time zone not null,
    started_at     timestamp(6) with time zone,
    finished_at    timestamp(6) with time zone,
    updated_at     timestamp(6) with time zone not null
);
create index import_run_by_created on import_run (created_at, id);

create table import_count (
    import_id bigint       not null references import_run on delete cascade,
    kind      varchar(100) not null,
    carried   boolean      not null,
    found     integer      not null,
    written   integer      not null,
    skipped   integer      not null,
    primary key (import_id, kind)
);

create table import_warning (
    import_id  bigint        not null references import_run on delete cascade,
    number     integer       not null,
    kind       varchar(100)  not null,
    source_key varchar(300)  not null,
    title      varchar(300)  not null,
    message    varchar(1000) not null,
    primary key (import_id, number)
);

-- References to what comes later in the file; resolved at the end.
create table import_reference (
    import_id  bigint       not null references import_run on delete cascade,
    kind       varchar(10)  not null,
    owner_id   bigint       not null,
    source_key varchar(300) not null,
    primary key (import_id, kind, owner_id, source_key)
);

-- The file, so that any node can read it; gone when the run has ended.
create table import_chunk (
    import_id  bigint  not null,
    number     integer not null,
    bytes      bytea   not null,
    created_at timestamp(6) with time zone not null,
    primary key (import_id, number)
);
create index import_chunk_by_created on import_chunk (created_at);
