alter table comment add column imported boolean default false not null;
