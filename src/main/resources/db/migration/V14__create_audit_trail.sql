create sequence audit_entry_id_seq;

create table audit_entry (
    id           bigint primary key,
    at           timestamp(6) with time zone not null,
    -- Null where no user did it.
    actor_id     bigint,
    subject_kind varchar(20)  not null,
    subject_id   bigint       not null,
    action       varchar(40)  not null,
    cause        varchar(20)  not null,
    reason       varchar(200) not null
);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, id);
