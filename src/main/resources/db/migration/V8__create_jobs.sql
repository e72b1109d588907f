create sequence job_id_seq;

-- Work that was promised in a transaction and is done after it, by whichever node takes it first.
create table job (
    id            bigint primary key,
    kind          varchar(50)  not null,
    subject_id    bigint       not null,
    due_at        timestamp(6) with time zone not null,
    attempts      integer      not null,
    claimed_by    varchar(100),
    claimed_until timestamp(6) with time zone,
    unique (kind, subject_id)
);
create index job_by_due on job (due_at, id);
