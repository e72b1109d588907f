package io.masthead.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry of the audit trail; it never changes. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    private Long id;

    private Instant at;

    @Column(name = "actor_id")
    private Long actorId;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private Long subjectId;

    private String action;
    private String cause;
    private String reason;
    private String address;

    @Column(name = "status_before")
    private String statusBefore;

    @Column(name = "status_after")
    private String statusAfter;

    protected AuditEntry() {} // for Hibernate

    AuditEntry(AuditRecord record, Instant at) {
        this(record, at, null, null);
    }

    AuditEntry(AuditRecord record, Instant at, String statusBefore, String statusAfter) {
        this.statusBefore = statusBefore;
        this.statusAfter = statusAfter;
        this.at = at;
        this.actorId = record.actorId();
        this.subjectKind = record.subjectKind();
        this.subjectId = record.subjectId();
        this.action = record.action();
        this.cause = record.cause();
        this.reason = record.reason();
        this.address = record.address();
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Null if no user acted. */
    public Long actorId() {
        return actorId;
    }

    /** As in {@link AuditRecord#subjectKind}. */
    public String subjectKind() {
        return subjectKind;
    }

    /** Null if there is no single subject. */
    public Long subjectId() {
        return subjectId;
    }

    /** As in {@link AuditRecord#action}. */
    public String action() {
        return action;
    }

    public String cause() {
        return cause;
    }

    /** Empty if the cause says it all. */
    public String reason() {
        return reason;
    }

    /** The client's network address; null if not recorded. */
    public String address() {
        return address;
    }

    /** The former status; null if the change did not affect it, and for created subjects. */
    public String statusBefore() {
        return statusBefore;
    }

    /** The new status; null if the change did not affect it, and for deleted subjects. */
    public String statusAfter() {
        return statusAfter;
    }
}
