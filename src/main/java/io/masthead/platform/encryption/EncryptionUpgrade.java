package io.masthead.platform.encryption;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Encrypts older plain-text secrets at the start, before any request is served. It also checks the key again,
 * since two nodes that create a database at once detect different keys only here.
 */
@ApplicationScoped
class EncryptionUpgrade {

    private static final Logger LOG = Logger.getLogger(EncryptionUpgrade.class);

    private final Secrets secrets;
    private final List<EncryptedColumn> columns;
    private final EntityManager entities;

    EncryptionUpgrade(Secrets secrets, @All List<EncryptedColumn> columns, EntityManager entities) {
        this.secrets = secrets;
        this.columns = columns;
        this.entities = entities;
    }

    @Transactional
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        // Of two concurrent nodes, the second waits here for the first.
        entities.createNativeQuery(
                        "insert into encryption_proof (id, proof) values (1, :proof)" + " on conflict do nothing")
                .setParameter("proof", Proof.by(secrets.key()))
                .executeUpdate();
        var proof = (String) entities.createNativeQuery("select proof from encryption_proof where id = 1", String.class)
                .getSingleResult();
        if (!Proof.fits(secrets.key(), proof)) {
            throw new IllegalStateException(
                    "Another node has encrypted the secrets in the database with another key: give"
                            + " both the same MASTHEAD_SECRETS_KEY.");
        }
        var encrypted = columns.stream().mapToInt(this::encrypt).sum();
        if (encrypted > 0) {
            LOG.infof("Encrypted %d secrets in the database that were stored in plain text.", encrypted);
        }
    }

    private int encrypt(EncryptedColumn where) {
        List<?> rows = entities.createNativeQuery(
                        "select cast(%s as varchar(100)), %s from %s where %s not like :mark"
                                .formatted(where.id(), where.column(), where.table(), where.column()),
                        Object[].class)
                .setParameter("mark", EncryptionKey.MARK + "%")
                .getResultList();
        for (var row : rows) {
            var id = (String) ((Object[]) row)[0];
            var secret = (String) ((Object[]) row)[1];
            entities.createNativeQuery("update %s set %s = :encrypted where cast(%s as varchar(100)) = :id"
                            .formatted(where.table(), where.column(), where.id()))
                    .setParameter("encrypted", secrets.encrypt(EncryptedColumn.context(where.table(), id), secret))
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return rows.size();
    }
}
