-- 200 characters as people count them; H2 counts an emoji as two.
alter table api_token alter column name set data type varchar(400);
