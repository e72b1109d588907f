-- How much has been tried lately, in one row for each name that is counted. Names are signatures,
-- which lead back to nobody.
create table attempt (
    name       varchar(64) primary key,
    -- In microseconds since 1970, so that both databases add to it alike. Then the row says nothing
    -- any more: a count is back at zero, an address is forgotten.
    expires_at bigint not null
);
create index attempt_by_expires on attempt (expires_at);
