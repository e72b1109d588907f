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

/** A credential that programs send on behalf of a user; only its hash is stored. */
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

    // Changed by a separate statement, which an older value read before must not undo.
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

    /** Sets the identifiers of an application password in WordPress. */
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
     * The scopes it grants. An application password has all scopes but the owner's account, including scopes
     * added later.
     */
    public Set<Scope> scopes() {
        return kind == TokenKind.APPLICATION_PASSWORD ? Scope.ofApplicationPasswords() : scopes;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null if it never expires. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Rounded down to the minute; null if it was never used. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** The network address of its last use; empty if it was never used. */
    public String lastAddress() {
        return lastAddress;
    }

    /** Null for API tokens. */
    public String uuid() {
        return uuid;
    }

    /** The UUID that the client gave for itself; empty if it gave none. */
    public String appId() {
        return appId;
    }
}
