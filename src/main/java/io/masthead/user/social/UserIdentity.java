package io.masthead.user.social;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account at another site that a user signs in with. It is added by a separate statement. */
@Entity
@Table(name = "user_identity")
public class UserIdentity {

    @Id
    private Long id;

    @Column(name = "user_id")
    private Long userId;

    private String provider;
    private String issuer;

    @SuppressWarnings("UnusedVariable") // queries read it
    private String subject;

    @Column(name = "account_name")
    private String accountName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected UserIdentity() {} // for Hibernate

    void used(Instant now) {
        lastUsedAt = now;
    }

    public Long id() {
        return id;
    }

    Long userId() {
        return userId;
    }

    /** Our name of the site when the account was linked. */
    public String provider() {
        return provider;
    }

    /** The issuer of the identity. */
    public String issuer() {
        return issuer;
    }

    /** The name of the account at the site. */
    public String accountName() {
        return accountName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null if it was never used to sign in. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }
}
