-- What an operator redirects by hand. A source is a decoded path without a slash at its end, within the site; of an
-- exact one the query belongs to it. A target is null for what is gone (410).
create sequence redirect_id_seq;
create table redirect (
    id         bigint        primary key,
    version    integer       not null,
    source     varchar(2000) not null,
    match      varchar(10)   not null,
    target     varchar(2000),
    status     integer       not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    constraint redirect_by_source unique (source, match)
);

-- The settings for addresses that the site had before, by which old addresses are still found.
create table former_address_settings (
    permalink_structure varchar(200) not null,
    category_base       varchar(100) not null,
    tag_base            varchar(100) not null,
    replaced_at         timestamp(6) with time zone not null,
    primary key (permalink_structure, category_base, tag_base)
);
