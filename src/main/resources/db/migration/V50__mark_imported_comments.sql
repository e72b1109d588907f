alter table comment add column imported boolean default false not null;

update comment set imported = true
where id in (select target_id from import_mapping where kind = 'comment');
