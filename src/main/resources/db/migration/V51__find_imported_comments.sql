-- Apart from the change of the table, so that readers do not wait for it.
update comment set imported = true
where id in (select target_id from import_mapping where kind = 'comment');
