package io.masthead.platform.signing;

import io.masthead.platform.db.DirectConnections;
import io.masthead.platform.encryption.EncryptedColumn;
import io.masthead.platform.encryption.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;

@ApplicationScoped
class SigningKeyRepository {

    private static final int KEY_BYTES = 32;

    private final Secrets secrets;
    private final DirectConnections connections;

    SigningKeyRepository(Secrets secrets, DirectConnections connections) {
        this.secrets = secrets;
        this.connections = connections;
    }

    /**
     * The key for this use in base64, created if no node has done so; it is stored encrypted, even if the transaction
     * of the caller is rolled back. Uses a connection outside the pool: callers wait for each other's key, and
     * together they may hold all connections of the pool.
     */
    String obtain(String use) {
        try (var connection = connections.open()) {
            var kept = find(connection, use);
            if (kept != null) {
                return kept;
            }
            // Created per call: a static one would be seeded while the native image is built.
            var material = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(material);
            try (var insert = connection.prepareStatement(
                    "insert into signing_key (name, material) values (?, ?) on conflict do nothing")) {
                insert.setString(1, use);
                insert.setString(
                        2,
                        secrets.encrypt(
                                encryptionContext(use), Base64.getEncoder().encodeToString(material)));
                insert.executeUpdate();
            }
            return find(connection, use);
        } catch (SQLException e) {
            throw new IllegalStateException("The signing key cannot be read or stored", e);
        }
    }

    /** Null if there is none. */
    private String find(Connection connection, String use) throws SQLException {
        try (var select = connection.prepareStatement("select material from signing_key where name = ?")) {
            select.setString(1, use);
            var rows = select.executeQuery();
            return rows.next() ? secrets.decrypt(encryptionContext(use), rows.getString(1)) : null;
        }
    }

    private static String encryptionContext(String use) {
        return EncryptedColumn.context("signing_key", use);
    }
}
