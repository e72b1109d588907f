package io.masthead.platform.signing;

import io.masthead.platform.encryption.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Uses its own transactions, so that a key stays even if the caller's transaction is rolled back. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AccessKeyRepository implements PanacheRepositoryBase<AccessKey, String> {

    private static final String CURVE = "secp256r1";

    private final Secrets secrets;

    AccessKeyRepository(Secrets secrets) {
        this.secrets = secrets;
    }

    List<AccessKey> latestFirst() {
        return listAll(Sort.descending("createdAt").and("id"));
    }

    /** Adds a new key under this id, unless another node has added one. */
    void add(String id, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            getEntityManager()
                    .createNativeQuery("insert into access_key (id, public_key, private_key, created_at)"
                            + " values (:id, :public, :private, :now)"
                            + " on conflict do nothing")
                    .setParameter("id", id)
                    .setParameter("public", text(pair.getPublic().getEncoded()))
                    .setParameter(
                            "private",
                            secrets.encrypt(
                                    AccessKey.encryptionContext(id),
                                    text(pair.getPrivate().getEncoded())))
                    .setParameter("now", now)
                    .executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    void removeOlderThan(Instant before) {
        delete("createdAt < ?1", before);
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
