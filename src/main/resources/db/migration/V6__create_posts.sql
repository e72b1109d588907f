create table post (
    id                  bigint primary key,
    version             integer       not null,
    type                varchar(10)   not null,
    status              varchar(10)   not null,
    status_before_trash varchar(10),
    title               varchar(1000) not null,
    -- Only where the title came with markup; otherwise it is the escaped title.
    title_html          varchar(4000),
    title_key           varchar(400) ${bycode} not null,
    slug                varchar(400),
    -- As written; null where the excerpt is derived from the text.
    excerpt_source      text,
    excerpt             text          not null,
    author_id           bigint        not null references users,
    published_at        timestamp(6) with time zone,
    sort_at             timestamp(6) with time zone not null,
    created_at          timestamp(6) with time zone not null,
    updated_at          timestamp(6) with time zone not null,
    featured_media_id   bigint references media on delete set null,
    comments_open       boolean       not null,
    pings_open          boolean       not null,
    sticky              boolean       not null,
    format              varchar(20)   not null,
    template            varchar(200)  not null,
    guid                varchar(2000) not null,
    -- Readable on purpose: editors are shown it, as in WordPress.
    password            varchar(255),
    parent_id           bigint references post on delete set null,
    menu_order          integer       not null,
    custom_fields       ${json}       not null,
    comment_count       integer       not null
);
create index post_by_sort on post (type, status, sort_at, id);
create index post_by_updated on post (type, status, updated_at, id);
create index post_by_created on post (type, status, created_at, id);
create index post_by_title on post (type, status, title_key, id);
create index post_by_menu_order on post (type, status, menu_order, id);
create index post_by_id on post (type, status, id);
create index post_by_author on post (author_id, type, status, sort_at, id);
create index post_by_parent on post (parent_id, type, status, sort_at, id);
create index post_by_sticky on post (type, sticky, status, sort_at, id);
create index post_by_slug on post (slug, type);
create index post_by_featured_media on post (featured_media_id);

-- Apart from the post, so that a listing does not read what it does not show.
create table post_body (
    post_id bigint primary key references post on delete cascade,
    format  varchar(10) not null,
    source  text        not null,
    html    text        not null,
    plain   text        not null
);

-- Status and sort key stand here again, so that one page of one category is one stretch of an index.
create table post_term (
    post_id bigint      not null references post on delete cascade,
    term_id bigint      not null references term,
    status  varchar(10) not null,
    sort_at timestamp(6) with time zone not null,
    primary key (post_id, term_id)
);
create index post_term_by_term on post_term (term_id, status, sort_at, post_id);

-- The scalar custom fields, for filters; the JSON of the post is what is shown.
create table post_field (
    post_id bigint       not null references post on delete cascade,
    name    varchar(200) not null,
    content varchar(500) not null,
    type    varchar(10)  not null,
    status  varchar(10)  not null,
    sort_at timestamp(6) with time zone not null,
    primary key (post_id, name)
);
create index post_field_by_content on post_field (name, content, type, status, sort_at, post_id);
