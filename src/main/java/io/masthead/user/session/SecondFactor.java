package io.masthead.user.session;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The authenticator of a user. */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    @Id
    @Column(name = "user_id")
    private Long userId;

    private String secret;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    // Raised by a separate statement, which succeeds once per step.
    @Column(name = "last_step", updatable = false)
    @SuppressWarnings("UnusedVariable")
    private long lastStep;

    protected SecondFactor() {} // for Hibernate

    /** @param secret encrypted for its {@link #encryptionContext} */
    SecondFactor(long userId, String secret) {
        this.userId = userId;
        this.secret = secret;
    }

    /** Encrypted for its {@link #encryptionContext}. */
    String secret() {
        return secret;
    }

    static String encryptionContext(long userId) {
        return EncryptedColumn.context("second_factor", userId);
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }
}
