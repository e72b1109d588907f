create sequence term_id_seq start with 2;

create table term (
    id              bigint primary key,
    version         integer      not null,
    kind            varchar(10)  not null,
    name            varchar(500) not null,
    name_key        varchar(400) ${bycode} not null,
    slug            varchar(400) not null,
    description     text         not null,
    parent_id       bigint references term,
    published_count integer      not null,
    created_at      timestamp(6) with time zone not null,
    updated_at      timestamp(6) with time zone not null
);
create index term_by_name on term (kind, name_key, id);
create index term_by_count on term (kind, published_count, id);
create index term_by_id on term (kind, id);
create index term_by_parent on term (parent_id, name_key, id);
