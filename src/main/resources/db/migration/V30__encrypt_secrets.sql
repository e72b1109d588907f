-- What must be readable again (keys that sign, secrets of authenticators) is stored encrypted, by a
-- key that is not in the database. This row shows at a start whether the key is the right one.
create table encryption_proof (
    id    integer primary key,
    proof varchar(200) not null
);
-- Encrypted, each of these is longer; the rows there are encrypted by the next start.
alter table signing_key alter column material set data type varchar(200);
alter table second_factor alter column secret set data type varchar(200);
