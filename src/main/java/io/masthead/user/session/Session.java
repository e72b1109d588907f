package io.masthead.user.session;

import io.masthead.user.User;
import io.masthead.user.credential.Device;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A session of a signed-in user. Only hashes of its refresh token are stored: of the constant part, which tells
 * a spent token from an unknown one, and of the part that can be used once.
 */
@Entity
@Table(name = "user_session")
public class Session {

    @Id
    @SequenceGenerator(name = "user_session", sequenceName = "user_session_id_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_session")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(name = "family_hash")
    @SuppressWarnings("UnusedVariable") // queries read it
    private String familyHash;

    // Changed by a separate statement, of which only one at a time can succeed.
    @Column(name = "secret_hash", updatable = false)
    @SuppressWarnings("UnusedVariable")
    private String secretHash;

    // Both change with the secret, in the same statement.
    @Column(name = "previous_hash", insertable = false, updatable = false)
    private String previousHash;

    @Column(name = "successor_salt", insertable = false, updatable = false)
    private String successorSalt;

    @Column(name = "way")
    private String method;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "refreshed_at")
    private Instant refreshedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Session() {} // for Hibernate

    Session(
            User user,
            String familyHash,
            String secretHash,
            String method,
            Device device,
            Instant now,
            Instant expiresAt) {
        this.user = user;
        this.familyHash = familyHash;
        this.secretHash = secretHash;
        this.method = method;
        this.address = device.address();
        this.userAgent = device.userAgent();
        this.createdAt = now;
        this.refreshedAt = now;
        this.expiresAt = expiresAt;
    }

    public Long id() {
        return id;
    }

    public User user() {
        return user;
    }

    /** How the user signed in: {@code password}, or the name of another site. */
    public String method() {
        return method;
    }

    /** The network address of the last sign-in or refresh. */
    public String address() {
        return address;
    }

    public String userAgent() {
        return userAgent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant refreshedAt() {
        return refreshedAt;
    }

    /** The hash of the previous token; null before the first refresh. */
    String previousHash() {
        return previousHash;
    }

    /** The salt from which the current token was derived; null before the first refresh. */
    String successorSalt() {
        return successorSalt;
    }

    /** When it ends, however often it is refreshed. */
    public Instant expiresAt() {
        return expiresAt;
    }
}
