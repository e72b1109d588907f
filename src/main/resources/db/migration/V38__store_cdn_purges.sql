-- Cache tags that the CDN must still purge; '*' stands for everything.
create table cdn_purge (
    tag      varchar(200) primary key,
    -- Of the newest event with the tag.
    position bigint       not null
);
