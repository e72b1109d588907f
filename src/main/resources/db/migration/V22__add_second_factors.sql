-- Readable, since codes are made from it; it opens nothing without the password.
create table second_factor (
    user_id      bigint primary key references users on delete cascade,
    secret       varchar(64) not null,
    -- Null until the owner has shown that the authenticator works.
    confirmed_at timestamp(6) with time zone,
    -- The time step of the last code, so that none serves twice.
    last_step    bigint not null
);

create table recovery_code (
    hash    varchar(64) primary key,
    user_id bigint not null references users on delete cascade
);
create index recovery_code_by_user on recovery_code (user_id);
