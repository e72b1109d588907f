-- Paths that files had before, here or at the site that an import came from. They lead to the file of today.
create table media_former_path (
    -- Decoded, in Unicode's composed form: /wp-content/uploads/2024/05/ferry-300x200.jpg
    path     varchar(500) primary key,
    media_id bigint not null references media on delete cascade,
    -- In pixels, of a smaller version; null for the file itself.
    width    integer,
    height   integer
);
create index media_former_path_by_media on media_former_path (media_id);
