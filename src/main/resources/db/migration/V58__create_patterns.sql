-- Ids of patterns are those of content, as in WordPress, whose blocks refer to them.
create table pattern (
    id         bigint primary key,
    version    integer       not null,
    title      varchar(400)  not null,
    title_key  varchar(400)  ${bycode} not null,
    source     text          not null,
    html       text          not null,
    renderer   integer       not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);
create index pattern_by_title on pattern (title_key, id);
create index pattern_by_renderer on pattern (renderer, id);
