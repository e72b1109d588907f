-- Upgrades of stored rows that have gone through all of them, so that starts need not look again.
create table completed_upgrade (
    name varchar(100) primary key
);
