-- What posts said: before their first change (ORIGINAL), after each save (REVISION), and what
-- somebody has not saved yet (AUTOSAVE, one for each user and post).
create table post_revision (
    id         bigint primary key,
    version    integer       not null,
    post_id    bigint        not null references post on delete cascade,
    kind       varchar(10)   not null,
    author_id  bigint references users on delete set null,
    created_at timestamp(6) with time zone not null,
    title      varchar(1000) not null,
    title_html varchar(4000),
    title_key  varchar(400) ${bycode} not null
);
create index post_revision_by_post on post_revision (post_id, created_at, id);
create index post_revision_by_author on post_revision (author_id);

-- Apart from the revision, so that a listing does not read what it does not show.
create table post_revision_body (
    revision_id bigint primary key references post_revision on delete cascade,
    format      varchar(10) not null,
    source      text        not null,
    excerpt     text
);

-- Without the originals, which WordPress does not know.
alter table post add column revision_count integer default 0 not null;
alter table post add column latest_revision_id bigint;
