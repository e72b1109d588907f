package io.masthead.signing;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A key pair for ECDSA on the curve P-256 (ES256 in RFC 7518 section 3.4).
 *
 * @param id by which a signature names its key
 */
public record AccessKey(String id, PublicKey publicKey, PrivateKey privateKey, Instant createdAt) {}
