package io.masthead.platform.encryption;

import io.masthead.platform.db.EitherDriver;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Checks before the start whether the key matches the database. */
public final class SecretsCheck {

    private final String url;
    private final Properties login;
    private final Optional<String> key;
    private final Optional<KeyFile> file;

    /**
     * @param login JDBC properties
     * @param key from the settings
     * @param keyFile from the settings
     */
    public SecretsCheck(String url, Properties login, Optional<String> key, Optional<String> keyFile) {
        this.url = url;
        this.login = login;
        this.key = key;
        this.file = KeyFile.of(url, keyFile);
    }

    /** One sentence with the problem and its solution; empty if there is none. */
    public Optional<String> refusal() {
        try {
            if (key.isPresent()) {
                var given = EncryptionKey.of(key.get());
                return proof().filter(proof -> !Proof.fits(given, proof)).map(proof -> wrongKey());
            }
            if (file.isEmpty()) {
                return Optional.empty();
            }
            if (file.get().exists()) {
                var kept = file.get().read();
                return proof().filter(proof -> !Proof.fits(kept, proof)).map(proof -> wrongFile());
            }
            return proof().map(proof -> noKey())
                    .or(() -> file.filter(one -> !one.canBeCreated()).map(one -> noPlace()));
        } catch (IllegalArgumentException e) {
            return Optional.of((key.isPresent()
                            ? "MASTHEAD_SECRETS_KEY"
                            : "The key in " + file.get().path())
                    + " must have at least "
                    + EncryptionKey.MIN_LENGTH
                    + " characters: generate one with `openssl rand -base64 32`.");
        } catch (IOException e) {
            return Optional.of("The key in " + file.get().path()
                    + " cannot be read: make it readable for the user who starts Masthead.");
        }
    }

    private String wrongKey() {
        return "MASTHEAD_SECRETS_KEY is not the key that the secrets in the database are encrypted"
                + " with: set it to the one of the first start.";
    }

    private String wrongFile() {
        return "The key in "
                + file.get().path()
                + " is not the one that the secrets in the database are encrypted with: put the"
                + " file of the first start there, or set MASTHEAD_SECRETS_KEY.";
    }

    private String noPlace() {
        return "The key that secrets in the database are encrypted with cannot be kept at "
                + file.get().path()
                + ": make that folder writable, or set MASTHEAD_SECRETS_KEY"
                + " (generate one with `openssl rand -base64 32`).";
    }

    private String noKey() {
        return "The secrets in the database are encrypted, and their key is missing: put the file"
                + " of the first start at "
                + file.get().path()
                + ", or set MASTHEAD_SECRETS_KEY to its content.";
    }

    /** Empty before the first start, and if the database cannot be reached, which another check reports. */
    private Optional<String> proof() {
        try (var connection = new EitherDriver().connect(url, login)) {
            if (connection == null) {
                return Optional.empty();
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select proof from encryption_proof")) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
