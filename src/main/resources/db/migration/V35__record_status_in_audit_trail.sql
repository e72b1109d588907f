-- Null where the change left the status as it was.
alter table audit_entry add column status_before varchar(20);
alter table audit_entry add column status_after varchar(20);
