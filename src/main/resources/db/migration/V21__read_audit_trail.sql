-- Null where it was done to no one thing: a sign-in to an account that does not exist.
alter table audit_entry alter column subject_id drop not null;
-- Where it came from; null where that is not told.
alter table audit_entry add column address varchar(45);

create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_actor on audit_entry (actor_id, at, id);
create index audit_entry_by_action on audit_entry (action, at, id);
create index audit_entry_by_subject_time on audit_entry (subject_kind, subject_id, at, id);
