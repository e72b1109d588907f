package io.masthead.platform.idempotency;

import io.masthead.kernel.RequestKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key, the request it was used for, and the result. */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyRecord.Key.class)
class IdempotencyRecord {

    /** Unique per caller: two callers may choose the same key. */
    record Key(String space, String name) {}

    @Id
    @Column(name = "key_space")
    private String space;

    @Id
    private String name;

    private String operation;

    @Column(name = "body_hash")
    private String bodyHash;

    @Column(name = "result_kind")
    private String resultKind;

    @Column(name = "result_id")
    private Long resultId;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyRecord() {} // for Hibernate

    boolean matches(RequestKey request) {
        return operation.equals(request.operation()) && bodyHash.equals(request.bodyHash());
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null while the first request is still running. */
    Long resultId() {
        return resultId;
    }
}
