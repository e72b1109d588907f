package io.masthead.user.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token that can be used once; only its hash is stored. */
@Entity
@Table(name = "one_time_secret")
public class OneTimeToken {

    @Id
    private String hash;

    @Enumerated(EnumType.STRING)
    private SecretFormat purpose;

    @Column(name = "user_id")
    private Long userId;

    private String detail;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OneTimeToken() {} // for Hibernate

    OneTimeToken(String hash, SecretFormat purpose, Long userId, String detail, Instant expiresAt) {
        this.hash = hash;
        this.purpose = purpose;
        this.userId = userId;
        this.detail = detail;
        this.expiresAt = expiresAt;
    }

    String hash() {
        return hash;
    }

    SecretFormat purpose() {
        return purpose;
    }

    /** The owner; null if not decided yet. */
    public Long userId() {
        return userId;
    }

    /** Data of the issuer. */
    public String detail() {
        return detail;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
