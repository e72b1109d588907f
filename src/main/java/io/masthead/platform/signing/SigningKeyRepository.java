package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import io.masthead.platform.encryption.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;

@ApplicationScoped
class SigningKeyRepository {

    private static final int KEY_BYTES = 32;

    private final Secrets secrets;
    private final EntityManager entities;

    SigningKeyRepository(Secrets secrets, EntityManager entities) {
        this.secrets = secrets;
        this.entities = entities;
    }

    /**
     * The key for this use in base64, created if no node has done so; it is stored encrypted. Uses its own
     * transaction, so that the key stays even if the caller's is rolled back.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    String obtain(String use) {
        var kept = find(use);
        if (kept != null) {
            return kept;
        }
        // Created per call: a static one would be seeded while the native image is built.
        var material = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(material);
        entities.createNativeQuery(
                        "insert into signing_key (name, material) values (:use, :material)" + " on conflict do nothing")
                .setParameter("use", use)
                .setParameter(
                        "material",
                        secrets.encrypt(
                                encryptionContext(use), Base64.getEncoder().encodeToString(material)))
                .executeUpdate();
        return find(use);
    }

    private String find(String use) {
        var found = entities.createNativeQuery("select material from signing_key where name = :use", String.class)
                .setParameter("use", use)
                .getResultList();
        return found.isEmpty() ? null : secrets.decrypt(encryptionContext(use), (String) found.get(0));
    }

    private static String encryptionContext(String use) {
        return EncryptedColumn.context("signing_key", use);
    }
}
