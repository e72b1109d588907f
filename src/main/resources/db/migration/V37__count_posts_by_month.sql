-- How many posts are published in each month of the site's time zone. The next start counts them,
-- and so does a change of the time zone; in between every write keeps the count.
create table post_month (
    -- Twelve times the year, and the number of the month less one.
    id              bigint primary key,
    -- The same in all rows.
    time_zone       varchar(64) not null,
    published_count integer     not null
);

-- One row, which is locked to add a month or to count anew.
create table post_month_zone (
    id        bigint primary key,
    -- That of the counts; empty before the first count.
    time_zone varchar(64) not null
);
insert into post_month_zone (id, time_zone) values (1, '');
