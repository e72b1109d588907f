-- What an account says of the person behind it, to its owner and to administrators only.
alter table users add column first_name varchar(500) default '' not null;
alter table users add column last_name varchar(500) default '' not null;
alter table users add column nickname varchar(500) default '' not null;
alter table users add column locale varchar(35) default '' not null;
