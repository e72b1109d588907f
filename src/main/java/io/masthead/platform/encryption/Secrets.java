package io.masthead.platform.encryption;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Encrypts values that must be readable again, with the key of this site, before they are stored. */
@Singleton
public class Secrets {

    private static final Logger LOG = Logger.getLogger(Secrets.class);

    private final EncryptionKey key;

    Secrets(SecretsConfig config, @ConfigProperty(name = "masthead.db.url") String databaseUrl) {
        this.key = config.key()
                .map(EncryptionKey::of)
                .or(() -> KeyFile.of(databaseUrl, config.keyFile()).map(file -> readOrCreate(file, databaseUrl)))
                .orElseGet(() -> EncryptionKey.of(EncryptionKey.generate()));
    }

    /** @param context the table and the row; the value can be decrypted only there */
    public String encrypt(String context, String secret) {
        return key.encrypt(context, secret);
    }

    /** @throws IllegalStateException if it was not encrypted for this context by this key */
    public String decrypt(String context, String encrypted) {
        return key.decrypt(context, encrypted)
                .orElseThrow(() -> new IllegalStateException("The secret of " + context + " cannot be decrypted"));
    }

    EncryptionKey key() {
        return key;
    }

    private static EncryptionKey readOrCreate(KeyFile file, String databaseUrl) {
        try {
            if (!file.exists()) {
                file.create();
                LOG.infof(
                        "Secrets in the database are encrypted with a new key in %s: back it up apart"
                                + " from the database, which is of little use without it.",
                        file.path());
            }
            if (!databaseUrl.startsWith("jdbc:h2:")) {
                LOG.infof(
                        "The encryption key is in %s. Every node of this database needs the same key:"
                                + " set MASTHEAD_SECRETS_KEY to the content of the file.",
                        file.path());
            }
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file.path() + " cannot be kept", e);
        }
    }
}
