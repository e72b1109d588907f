-- What readers see is made when it is written. Each row keeps the number of the renderer that made
-- it; rows of older numbers are rendered when they are read, and by a job once for all.
alter table post add column title_rendered varchar(32000);
alter table post add column renderer integer default 0 not null;
create index post_by_renderer on post (renderer, id);

-- The first of several pages; null where the text has one only.
alter table post_body add column first_page text;
alter table post_body add column excerpt_html text default '' not null;
alter table post_body add column feed_excerpt text default '' not null;
alter table post_body add column renderer integer default 0 not null;
create index post_body_by_renderer on post_body (renderer, post_id);

alter table comment add column renderer integer default 0 not null;
create index comment_by_renderer on comment (renderer, id);

alter table media add column title_rendered varchar(16000) default '' not null;
alter table media add column caption_rendered text default '' not null;
alter table media add column description_rendered text default '' not null;
alter table media add column renderer integer default 0 not null;
create index media_by_renderer on media (renderer, id);

-- Searches have a text of their own; nothing else reads this.
alter table post_body drop column plain;
