package io.masthead.user.session;

import java.time.Duration;
import java.util.Set;

/** The result of the first step of a sign-in. */
public sealed interface SignIn {

    /** The sign-in is complete; a session is open. */
    record Completed(OpenedSession opened) implements SignIn {}

    /**
     * The account requires another step.
     *
     * @param challenge to be sent back with the answer, within {@code lifetime}
     * @param methods how it can be answered
     */
    record ChallengeRequired(String challenge, Set<Method> methods, Duration lifetime) implements SignIn {}

    /** The kinds of the second step. */
    enum Method {
        /** A code of an authenticator (RFC 6238). */
        TOTP,
        /** A recovery code, for when the authenticator is lost. */
        RECOVERY_CODE,
        /** The password of the account that another site's account is to be linked to. */
        PASSWORD,
    }
}
