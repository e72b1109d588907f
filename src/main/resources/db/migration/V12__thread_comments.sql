-- Where readers see a comment: under the nearest approved comment above it, in the order of the
-- ids from the top of the thread down, 13 digits each.
alter table comment add column above_id bigint references comment on delete set null;
alter table comment add column depth integer default 1 not null;
alter table comment add column path varchar(2000) ${bycode} default '' not null;
alter table comment add column reply_count integer default 0 not null;
alter table comment add column status_before varchar(10);
-- Why it has the status it began with; the audit trail has what came after.
alter table comment add column verdict varchar(10) default 'IMPORT' not null;
alter table comment add column verdict_reason varchar(200) default '' not null;
-- The e-mail address as it compares; null where there is none.
alter table comment add column email_key varchar(320);
-- What a second one like it would have too; null where a second one may be.
alter table comment add column fingerprint varchar(64);
alter table comment add constraint comment_fingerprint unique (fingerprint);

alter table post add column ping_count integer default 0 not null;

update comment set email_key = lower(trim(author_email)) where author_email <> '';
update comment set path = lpad(cast(id as varchar(13)), 13, '0');
-- Level by level; what lies deeper than the tenth was never shown.
update comment set above_id = parent_id, depth = 2, path = (select p.path from comment p where p.id = comment.parent_id) || lpad(cast(id as varchar(13)), 13, '0')
    where parent_id in (select p.id from comment p where p.status = 'APPROVED' and p.depth = 1);
update comment set depth = 3, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 2);
update comment set depth = 4, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 3);
update comment set depth = 5, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 4);
update comment set depth = 6, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 5);
update comment set depth = 7, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 6);
update comment set depth = 8, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 7);
update comment set depth = 9, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 8);
update comment set depth = 10, path = (select p.path from comment p where p.id = comment.above_id) || lpad(cast(id as varchar(13)), 13, '0')
    where above_id in (select p.id from comment p where p.depth = 9);
update comment set reply_count =
    (select count(*) from comment r where r.above_id = comment.id and r.status = 'APPROVED');
update post set
    comment_count = (select count(*) from comment c
        where c.post_id = post.id and c.status = 'APPROVED' and c.type = 'COMMENT'),
    ping_count = (select count(*) from comment c
        where c.post_id = post.id and c.status = 'APPROVED' and c.type <> 'COMMENT');

drop index comment_by_post;
create index comment_by_post on comment (post_id, type, status, created_at, id);
create index comment_by_level on comment (post_id, type, status, depth, created_at, id);
create index comment_by_replies on comment (post_id, type, status, reply_count, id);
create index comment_by_level_and_replies on comment (post_id, type, status, depth, reply_count, id);
create index comment_by_path on comment (post_id, type, status, path);
create index comment_by_position on comment (post_id, path);
create index comment_by_above on comment (above_id, status, id);
create index comment_by_status on comment (status, created_at, id);
create index comment_by_created on comment (created_at, id);
create index comment_by_email on comment (email_key, status, created_at, id);
