package io.masthead.user.social;

import io.masthead.user.credential.SecretFormat;

/**
 * A login from another site that has not been completed, stored as the detail of a {@link SecretFormat one-time
 * token}.
 *
 * @param challenge of the client that started it (RFC 7636 section 4.2); empty once it has been verified
 */
record PendingLogin(String challenge, ExternalIdentity identity) {

    /** One part per line; no part contains a line break. */
    String serialize() {
        return String.join(
                "\n",
                challenge,
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                identity.verifiedEmail() == null ? "" : identity.verifiedEmail(),
                identity.name(),
                identity.accountName());
    }

    static PendingLogin parse(String serialized) {
        var parts = serialized.split("\n", -1);
        return new PendingLogin(
                parts[0],
                new ExternalIdentity(
                        parts[1], parts[2], parts[3], parts[4].isEmpty() ? null : parts[4], parts[5], parts[6]));
    }

    boolean matchesVerifier(String verifier) {
        return CodeChallenge.belongsTo(verifier, challenge);
    }
}
