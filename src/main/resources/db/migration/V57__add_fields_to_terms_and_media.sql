-- Custom fields, which front ends read; null for none.
alter table term add column custom_fields ${json};
alter table media add column custom_fields ${json};
