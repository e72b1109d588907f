-- References belong to the exported site, and stay until a later import brings what they refer to. Those to what
-- never comes, and those of what has been deleted here, stay and do nothing: ids are never given again.
alter table import_reference rename to finished_import_reference;

create table import_reference (
    source_id  bigint       not null references import_source,
    kind       varchar(10)  not null,
    owner_id   bigint       not null,
    source_key varchar(300) not null,
    -- The import that gives the page its place at its end; null once it has one, and for other kinds.
    import_id  bigint references import_run on delete set null,
    primary key (source_id, kind, owner_id, source_key)
);

-- Left by imports that are still running, or that failed.
insert into import_reference (source_id, kind, owner_id, source_key, import_id)
select s.id, r.kind, r.owner_id, r.source_key, max(case when r.kind in ('parent', 'former') then r.import_id end)
from finished_import_reference r
    join import_run i on i.id = r.import_id
    join import_source s on s.url = i.site_url
group by s.id, r.kind, r.owner_id, r.source_key;

drop table finished_import_reference;
