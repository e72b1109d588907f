package io.masthead.platform.encryption;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Encrypts what must be readable again before it is stored, by the key of this site. */
@Singleton
public class Secrets {

    private static final Logger LOG = Logger.getLogger(Secrets.class);

    private final EncryptionKey key;

    Secrets(SecretsConfig config, @ConfigProperty(name = "masthead.db.url") String databaseUrl) {
        this.key = config.key()
                .map(EncryptionKey::of)
                .or(() -> KeyFile.of(databaseUrl, config.keyFile()).map(file -> kept(file, databaseUrl)))
                .orElseGet(() -> EncryptionKey.of(EncryptionKey.generate()));
    }

    /**
     * @param place the table, and which row of it; it decrypts there only
     */
    public String encrypt(String place, String secret) {
        return key.encrypt(place, secret);
    }

    /**
     * @throws IllegalStateException for what was not encrypted for this place by this key
     */
    public String decrypt(String place, String encrypted) {
        return key.decrypt(place, encrypted)
                .orElseThrow(() -> new IllegalStateException("The secret of " + place + " cannot be decrypted"));
    }

    EncryptionKey key() {
        return key;
    }

    private static EncryptionKey kept(KeyFile file, String databaseUrl) {
        try {
            if (!file.exists()) {
                file.create();
                LOG.infof(
                        "Secrets in the database are encrypted by a new key in %s: back it up apart"
                                + " from the database, which is of little use without it.",
                        file.path());
            }
            if (!databaseUrl.startsWith("jdbc:h2:")) {
                LOG.infof(
                        "The key of secrets is in %s. Every node of this database needs the same:"
                                + " set MASTHEAD_SECRETS_KEY to what the file holds.",
                        file.path());
            }
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file.path() + " cannot be kept", e);
        }
    }
}
