-- Of what the export said when the record was imported or last updated; null if that was before this version.
alter table import_mapping add column source_hash varchar(32);
