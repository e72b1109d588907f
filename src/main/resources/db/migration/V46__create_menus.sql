-- Ids of menus are those of terms, and of items those of content, as in WordPress: clients address both spaces.
create table menu (
    id          bigint primary key,
    version     integer       not null,
    name        varchar(400)  not null,
    name_key    varchar(400)  ${bycode} not null,
    search_text varchar(1000) not null,
    slug        varchar(400)  not null,
    description varchar(2000) not null,
    created_at  timestamp(6) with time zone not null,
    updated_at  timestamp(6) with time zone not null
);
create index menu_by_name on menu (name_key, id);

-- A place of the front end shows one menu.
create table menu_place (
    place   varchar(100) primary key,
    menu_id bigint not null references menu on delete cascade
);
create index menu_place_by_menu on menu_place (menu_id);

create table menu_item (
    id          bigint primary key,
    menu_id     bigint        not null references menu on delete cascade,
    parent_id   bigint references menu_item on delete set null,
    position    integer       not null,
    -- Null where the item is called what it refers to.
    label       varchar(1000),
    kind        varchar(10)   not null,
    -- Of links only; all others lead to what they refer to, wherever that is.
    url         varchar(2000),
    -- No foreign key: what it refers to may be of several kinds, may still be imported, and may be deleted.
    thing_id    bigint,
    target      varchar(10)   not null,
    title       varchar(1000) not null,
    classes     varchar(1000) not null,
    rel         varchar(1000) not null,
    description varchar(4000) not null
);
create index menu_item_by_menu on menu_item (menu_id, position, id);
create index menu_item_by_parent on menu_item (parent_id);
create index menu_item_by_thing on menu_item (kind, thing_id);
