package io.masthead.user.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request for a password reset link, for an address that may have no account. */
@Entity
@Table(name = "reset_request")
class ResetRequest {

    @Id
    @SequenceGenerator(name = "reset_request", sequenceName = "reset_request_id_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reset_request")
    private Long id;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ResetRequest() {} // for Hibernate

    ResetRequest(String emailKey, Instant now) {
        this.emailKey = emailKey;
        this.createdAt = now;
    }

    Long id() {
        return id;
    }

    String emailKey() {
        return emailKey;
    }

    Instant createdAt() {
        return createdAt;
    }
}
