-- One row: a typed column per setting keeps names, kinds and defaults in one place.
create table site_settings (
    id                       bigint primary key,
    version                  integer       not null,
    title                    varchar(400)  not null,
    description              varchar(1000) not null,
    url                      varchar(1000) not null,
    language                 varchar(35)   not null,
    time_zone                varchar(64)   not null,
    default_category_id      bigint,
    default_comments_open    boolean       not null,
    default_pings_open       boolean       not null,
    comments_require_name    boolean       not null,
    comments_require_sign_in boolean       not null,
    comments_close_days      integer       not null,
    comments_max_depth       integer       not null,
    updated_at               timestamp(6) with time zone not null
);
