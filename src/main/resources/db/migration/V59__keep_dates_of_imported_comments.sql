-- The local date and time that the exported site showed; null for comments that were written here.
alter table comment add column shown_date timestamp(6);
