-- Which address leads where, now and formerly. The key makes a race for one address a matter of
-- the database; H2 knows no partial unique index.
create table slug (
    scope      varchar(40)  not null,
    slug       varchar(400) not null,
    owner_id   bigint       not null,
    is_current boolean      not null,
    primary key (scope, slug)
);
create index slug_by_owner on slug (owner_id, scope);
