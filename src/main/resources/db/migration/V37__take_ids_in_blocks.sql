-- Ids of sessions and of the audit trail are taken in blocks, so that most inserts ask for none.
alter sequence user_session_id_seq increment by 20;
alter sequence audit_entry_id_seq increment by 20;
