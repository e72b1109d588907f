package io.masthead.user;

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

/** A credential of a user, of which only the hash is kept. */
@Entity
@Table(name = "api_token")
class ApiToken {

    @Id
    @SequenceGenerator(name = "api_token", sequenceName = "api_token_id_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    @SuppressWarnings("UnusedVariable") // queries read it
    private User user;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ApiToken() {} // for Hibernate

    ApiToken(User user, String name, String tokenHash, Instant now) {
        this.user = user;
        this.name = name;
        this.tokenHash = tokenHash;
        this.createdAt = now;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }
}
