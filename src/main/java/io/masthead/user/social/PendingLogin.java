package io.masthead.user.social;

import io.masthead.user.credential.SecretFormat;

/**
 * Somebody who has come from another site and not been let in yet, as it is written down beside the
 * hash of a {@link SecretFormat one-time secret}.
 *
 * @param challenge what the one who started proves to have started it with (RFC 7636 section 4.2);
 *     empty where that has been done
 */
record PendingLogin(String challenge, ExternalIdentity identity) {

    /** None of the parts has a line break in it. */
    String written() {
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

    static PendingLogin read(String written) {
        var parts = written.split("\n", -1);
        return new PendingLogin(
                parts[0],
                new ExternalIdentity(
                        parts[1], parts[2], parts[3], parts[4].isEmpty() ? null : parts[4], parts[5], parts[6]));
    }

    boolean wasStartedWith(String verifier) {
        return CodeChallenge.belongsTo(verifier, challenge);
    }
}
