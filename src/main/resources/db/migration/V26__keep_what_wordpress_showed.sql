-- What is known of a file beside what all media have: its smaller forms, and what the camera wrote.
alter table media add column details ${json};
-- The date and time a post showed where it came from, if this site's clock gives another one.
alter table post add column shown_date timestamp(6);
