-- Cache tags that the CDN must still purge; '*' stands for everything.
create table cdn_purge (
    tag       varchar(200) primary key,
    -- Of the newest event with the tag.
    position  bigint       not null,
    -- When to purge again; null before the first purge.
    repeat_at timestamp(6) with time zone
);
