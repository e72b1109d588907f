-- Makes a site of many posts out of an imported one of few: each row of the import is copied, with
-- other ids, dates and numbers in the text. All in one transaction; run by psql with
--   -v seeds=1000 -v copies=999    (each of the posts 1 to 1000 is copied 999 times)
-- See Export.java for what it relies on. A table or counter that writes keep up to date, and that
-- lists or counts read, needs a line here: the end of this file names tables it does not know.
\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;
set statement_timeout = 0;
set maintenance_work_mem = '512MB';
begin;

create temp table setting as select :seeds as seeds, :copies as copies;

do $$
begin
  if (select count(*) <> (select seeds from setting) or max(id) <> count(*)
        or bool_or(title not like '%no' || lpad(id::text, 7, '0')) from post) then
    raise exception 'The import has not kept the ids of its posts.';
  end if;
  if (select max(id) <> count(*) or count(*) <> 5 * (select seeds from setting) or max(depth) > 3 from comment) then
    raise exception 'The import has not kept the ids of its comments.';
  end if;
end $$;

-- How far a copy is from what it copies: in ids, and in time.
alter table setting add column step interval;
update setting set step = (select max(sort_at) - min(sort_at) from post) / (seeds - 1) * seeds;

-- Indexes and foreign keys are made anew afterwards, which is much faster than row by row.
create temp table later (nr serial, drops text, creates text);
insert into later (drops, creates)
select format('alter table %s drop constraint %I', conrelid::regclass, conname),
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
from pg_constraint where contype = 'f' and conrelid in ('post'::regclass, 'post_body'::regclass,
  'post_term'::regclass, 'post_search'::regclass, 'comment'::regclass)
order by conrelid, conname;
insert into later (drops, creates)
select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
from pg_index where indrelid in ('post'::regclass, 'post_body'::regclass, 'post_term'::regclass,
  'post_search'::regclass, 'comment'::regclass, 'slug'::regclass)
  and not indisprimary and not exists (select from pg_constraint c where c.conindid = indexrelid);
do $$
declare statement text;
begin
  for statement in select drops from later order by nr loop execute statement; end loop;
end $$;

-- Copies rows. `changed` has an expression for each column that differs; s is the row that is
-- copied, k the number of the copy, x the setting. Columns it does not name are as in s.
create function pg_temp.multiply(target regclass, condition text, changed jsonb) returns void as $$
declare
  names text;
  expressions text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
         string_agg(coalesce(changed ->> attname::text, 's.' || quote_ident(attname)), ', ' order by attnum)
  into names, expressions
  from pg_attribute where attrelid = target and attnum > 0 and not attisdropped;
  -- Lateral, so that rows are stored copy by copy, in the order of their ids.
  execute format('insert into %s (%s) select %s from setting x, generate_series(1, x.copies) k,'
    || ' lateral (select * from %s where (%s) and k > 0 order by 1) s', target, names, expressions, target, condition);
end $$ language plpgsql;

-- The word of a post, in a text of it.
create function pg_temp.numbered(content text, id text) returns text as $$
  select format('replace(%s, ''no'' || lpad((%s)::text, 7, ''0''), ''no'' || lpad((%s + k * x.seeds)::text, 7, ''0''))',
    content, id, id)
$$ language sql;

select pg_temp.multiply('post', 'id <= x.seeds', jsonb_build_object(
  'id', 's.id + k * x.seeds',
  'title', pg_temp.numbered('s.title', 's.id'),
  'title_rendered', pg_temp.numbered('s.title_rendered', 's.id'),
  'title_key', pg_temp.numbered('s.title_key', 's.id'),
  'slug', pg_temp.numbered('s.slug', 's.id'),
  'excerpt', pg_temp.numbered('s.excerpt', 's.id'),
  'excerpt_source', pg_temp.numbered('s.excerpt_source', 's.id'),
  'guid', '''https://bench.example/?p='' || s.id + k * x.seeds',
  'published_at', 's.published_at + k * x.step',
  'sort_at', 's.sort_at + k * x.step',
  'created_at', 's.created_at + k * x.step',
  'updated_at', 's.updated_at + k * x.step')) \g /dev/null

select pg_temp.multiply('post_body', 'post_id <= x.seeds', jsonb_build_object(
  'post_id', 's.post_id + k * x.seeds',
  'source', pg_temp.numbered('s.source', 's.post_id'),
  'html', pg_temp.numbered('s.html', 's.post_id'),
  'first_page', pg_temp.numbered('s.first_page', 's.post_id'),
  'excerpt_html', pg_temp.numbered('s.excerpt_html', 's.post_id'),
  'feed_excerpt', pg_temp.numbered('s.feed_excerpt', 's.post_id'))) \g /dev/null

select pg_temp.multiply('post_search', 'post_id <= x.seeds', jsonb_build_object(
  'post_id', 's.post_id + k * x.seeds',
  'title', pg_temp.numbered('s.title', 's.post_id'),
  'excerpt', pg_temp.numbered('s.excerpt', 's.post_id'),
  'body', pg_temp.numbered('s.body', 's.post_id'))) \g /dev/null

select pg_temp.multiply('post_term', 'post_id <= x.seeds', jsonb_build_object(
  'post_id', 's.post_id + k * x.seeds',
  'sort_at', 's.sort_at + k * x.step')) \g /dev/null

select pg_temp.multiply('slug', 'scope = ''post'' and owner_id <= x.seeds', jsonb_build_object(
  'slug', pg_temp.numbered('s.slug', 's.owner_id'),
  'owner_id', 's.owner_id + k * x.seeds')) \g /dev/null

-- The path is the ids from the top of the thread down, 13 digits each.
select pg_temp.multiply('comment', 'id <= 5 * x.seeds', jsonb_build_object(
  'id', 's.id + k * 5 * x.seeds',
  'post_id', 's.post_id + k * x.seeds',
  'parent_id', 's.parent_id + k * 5 * x.seeds',
  'above_id', 's.above_id + k * 5 * x.seeds',
  'path', '(select string_agg(lpad((substr(s.path, 13 * level - 12, 13)::bigint + k * 5 * x.seeds)::text, 13, ''0''), '''' order by level)'
    || ' from generate_series(1, s.depth) level)',
  'source', pg_temp.numbered('s.source', 's.post_id'),
  'html', pg_temp.numbered('s.html', 's.post_id'),
  'search_text', pg_temp.numbered('s.search_text', 's.post_id'),
  'created_at', 's.created_at + k * x.step',
  'updated_at', 's.updated_at + k * x.step')) \g /dev/null

update term set published_count = published_count * (1 + :copies);
update users set published_count = published_count * (1 + :copies);
-- The next start counts the posts of each month.
update post_month_zone set time_zone = '';
update comment_tally set amount = amount * (1 + :copies);
select setval('content_id_seq', (select max(id) from post)), setval('comment_id_seq', (select max(id) from comment)) \g /dev/null

do $$
declare statement text;
begin
  for statement in select creates from later order by nr desc loop execute statement; end loop;
end $$;
commit;
vacuum analyze;

-- Tables with rows that no statement above has multiplied, and that it is not known to be right for.
select 'multiply.sql does not know the table ' || relname || ', which has ' || n_live_tup || ' rows.'
from pg_stat_user_tables where n_live_tup > 0 and schemaname = current_schema() and relname not in (
  'post', 'post_body', 'post_month', 'post_month_zone', 'post_search', 'post_term', 'slug', 'comment', 'comment_tally', 'term', 'users', 'site_settings',
  'flyway_schema_history', 'completed_upgrade', 'signing_key', 'encryption_proof', 'api_token', 'event', 'event_consumer', 'event_sequence', 'job',
  'audit_entry', 'audit_record', 'import_run', 'import_count', 'import_source', 'import_mapping', 'import_warning') \g (format=unaligned tuples_only=on)
