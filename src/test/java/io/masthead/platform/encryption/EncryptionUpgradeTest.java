package io.masthead.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.platform.signing.Signatures;
import io.masthead.platform.signing.SigningKeys;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How secrets that must be readable again are stored. */
@OnBothDatabases
@QuarkusTest
class EncryptionUpgradeTest {

    @Inject
    EncryptionUpgrade upgrade;

    @Inject
    Secrets secrets;

    @Inject
    Signatures signatures;

    @Inject
    SigningKeys keys;

    @Inject
    EntityManager entities;

    @Test
    void keys_are_stored_encrypted() {
        signatures.sign("test." + UUID.randomUUID(), "text");
        keys.signer();

        assertThat(all("select material from signing_key")).isNotEmpty().allMatch(one -> one.startsWith("v1:"));
        assertThat(all("select private_key from access_key")).isNotEmpty().allMatch(one -> one.startsWith("v1:"));
    }

    @Test
    void rows_from_before_are_encrypted_by_the_start_and_go_on_to_serve() {
        var use = "old." + UUID.randomUUID();
        var material = "c29tZSBrZXkgbWF0ZXJpYWwgZnJvbSBiZWZvcmUgISE=";
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into signing_key (name, material)" + " values (:use, :material)")
                        .setParameter("use", use)
                        .setParameter("material", material)
                        .executeUpdate());

        upgrade.onStart(null);
        upgrade.onStart(null);

        var stored = all("select material from signing_key where name = '" + use + "'");
        assertThat(stored).hasSize(1).noneMatch(one -> one.contains(material));
        assertThat(secrets.decrypt("signing_key/" + use, stored.get(0))).isEqualTo(material);
        assertThat(signatures.isValid(use, "text", signatures.sign(use, "text")))
                .isTrue();
    }

    @Test
    void another_key_ends_the_start() {
        var other = EncryptionKey.of("the key of another node, made at once");
        var own = all("select proof from encryption_proof").get(0);
        setProof(Proof.by(other));
        try {
            assertThatThrownBy(() -> upgrade.onStart(null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("MASTHEAD_SECRETS_KEY");
        } finally {
            setProof(own);
        }
    }

    private void setProof(String proof) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update encryption_proof set proof = :proof")
                        .setParameter("proof", proof)
                        .executeUpdate());
    }

    private List<String> all(String query) {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(query, String.class).getResultList());
        return found.stream().map(String.class::cast).toList();
    }
}
