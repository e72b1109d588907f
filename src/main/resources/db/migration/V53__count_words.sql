-- The length of each text; null until the text is rendered again by the version that counts.
alter table post add column word_count integer;
alter table post add column reading_minutes integer;
