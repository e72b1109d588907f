package io.masthead.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Transactions of its own, so that a key stays even where the caller's work does not. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AccessKeyRepository {

    private static final String CURVE = "secp256r1";

    private final EntityManager entities;

    AccessKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Latest first. */
    List<AccessKey> all() {
        var rows =
                entities.createNativeQuery(
                                "select id, public_key, private_key, created_at from access_key"
                                        + " order by created_at desc, id",
                                Tuple.class)
                        .getResultList();
        var keys = new ArrayList<AccessKey>();
        for (var row : rows) {
            keys.add(read((Tuple) row));
        }
        return keys;
    }

    /** Adds a new one under the name; another node's of the same name stays instead. */
    void add(String id, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            entities.createNativeQuery(
                            "insert into access_key (id, public_key, private_key, created_at)"
                                    + " values (:id, :public, :private, :now)"
                                    + " on conflict do nothing")
                    .setParameter("id", id)
                    .setParameter("public", text(pair.getPublic().getEncoded()))
                    .setParameter("private", text(pair.getPrivate().getEncoded()))
                    .setParameter("now", now)
                    .executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    void removeOlderThan(Instant before) {
        entities.createNativeQuery("delete from access_key where created_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    private static AccessKey read(Tuple row) {
        try {
            var factory = KeyFactory.getInstance("EC");
            return new AccessKey(
                    row.get(0, String.class),
                    factory.generatePublic(new X509EncodedKeySpec(bytes(row.get(1, String.class)))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(bytes(row.get(2, String.class)))),
                    row.get(3, Instant.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key in access_key cannot be read", e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key);
    }
}
