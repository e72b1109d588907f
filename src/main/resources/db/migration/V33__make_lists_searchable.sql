-- What searches of these compare, folded as in post_search. Null until the next start has made it.
alter table term add column search_text text ${bycode};
alter table users add column search_text text ${bycode};
alter table media add column search_text text ${bycode};
alter table comment add column search_text text ${bycode};
alter table comment add column search_name text ${bycode};
