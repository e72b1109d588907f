-- The token that was replaced last is answered for a moment more, with the same successor: it is
-- derived again from that token and this salt, and stored nowhere.
alter table user_session add column previous_hash varchar(64);
alter table user_session add column successor_salt varchar(22);
