package io.masthead.user.credential;

import io.masthead.kernel.Scope;
import io.masthead.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A credential of a user that programs send, of which only the hash is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    @SequenceGenerator(name = "api_token", sequenceName = "api_token_id_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Enumerated(EnumType.STRING)
    private TokenKind kind;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    // Written by a statement of its own, which must not be undone by what was read before.
    @Column(name = "last_used_at", updatable = false)
    private Instant lastUsedAt;

    @Column(name = "last_address", updatable = false)
    private String lastAddress = "";

    private String uuid;

    @Column(name = "app_id")
    private String appId = "";

    protected ApiToken() {} // for Hibernate

    ApiToken(TokenKind kind, User user, NewToken wanted, String token, Instant now) {
        this.kind = kind;
        this.user = user;
        this.name = wanted.name().strip();
        this.tokenHash = SecretFormat.sha256(token);
        this.scopes = Set.copyOf(wanted.scopes());
        this.expiresAt = wanted.expiresAt();
        this.createdAt = now;
    }

    void rename(String newName) {
        this.name = newName.strip();
    }

    /** What WordPress names an application password by. */
    void identify(String newUuid, String newAppId) {
        this.uuid = newUuid;
        this.appId = newAppId;
    }

    public Long id() {
        return id;
    }

    public User user() {
        return user;
    }

    public TokenKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /**
     * What it may be used for: an application password for all but the owner's account, also for
     * what comes later.
     */
    public Set<Scope> scopes() {
        return kind == TokenKind.APPLICATION_PASSWORD ? Scope.ofApplicationPasswords() : scopes;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null where it serves until it is revoked. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute; null where it was never used. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** The network address of its last use; empty where it was never used. */
    public String lastAddress() {
        return lastAddress;
    }

    /** Null for API tokens. */
    public String uuid() {
        return uuid;
    }

    /** The UUID that the client named itself by; empty where it named none. */
    public String appId() {
        return appId;
    }
}
