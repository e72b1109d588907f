create sequence comment_id_seq;

create table comment (
    id           bigint primary key,
    version      integer       not null,
    post_id      bigint        not null references post on delete cascade,
    parent_id    bigint references comment on delete set null,
    user_id      bigint references users on delete set null,
    author_name  varchar(500)  not null,
    author_email varchar(320)  not null,
    author_url   varchar(2000) not null,
    type         varchar(20)   not null,
    status       varchar(10)   not null,
    format       varchar(10)   not null,
    source       text          not null,
    html         text          not null,
    address      varchar(100)  not null,
    user_agent   varchar(1000) not null,
    created_at   timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null
);
create index comment_by_post on comment (post_id, status, created_at, id);
create index comment_by_parent on comment (parent_id);
create index comment_by_user on comment (user_id);
