-- Other URLs of a site, under which its exports find the records of earlier imports.
create table import_source_alias (
    url       varchar(500) primary key,
    source_id bigint not null references import_source
);
