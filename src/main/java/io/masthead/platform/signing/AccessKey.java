package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import io.masthead.platform.encryption.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A key pair for ECDSA on the curve P-256 (ES256 in RFC 7518 section 3.4). */
@Entity
@Table(name = "access_key")
public class AccessKey {

    @Id
    private String id;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "private_key")
    private String privateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected AccessKey() {} // for Hibernate

    /** The key id in signatures. */
    public String id() {
        return id;
    }

    public PublicKey publicKey() {
        try {
            return keys().generatePublic(new X509EncodedKeySpec(bytes(publicKey)));
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    PrivateKey privateKey(Secrets secrets) {
        try {
            return keys().generatePrivate(
                            new PKCS8EncodedKeySpec(bytes(secrets.decrypt(encryptionContext(id), privateKey))));
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The context of its encrypted private key. */
    static String encryptionContext(String id) {
        return EncryptedColumn.context("access_key", id);
    }

    private static KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC");
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key);
    }

    private IllegalStateException unreadable(GeneralSecurityException e) {
        return new IllegalStateException("The access key " + id + " cannot be read", e);
    }
}
