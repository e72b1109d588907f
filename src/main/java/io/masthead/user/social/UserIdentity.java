package io.masthead.user.social;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account at another site by which a user gets in. It is added by a statement of its own. */
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

    /** The site's name here, as it was when the two were tied. */
    public String provider() {
        return provider;
    }

    /** Who vouches for it. */
    public String issuer() {
        return issuer;
    }

    /** What it is called there. */
    public String accountName() {
        return accountName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null where nobody has signed in by it yet. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }
}
