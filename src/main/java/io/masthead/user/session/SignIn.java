package io.masthead.user.session;

import java.time.Duration;
import java.util.Set;

/** What comes of proving who one is. */
public sealed interface SignIn {

    /** It was enough: a session is open. */
    record Done(OpenedSession opened) implements SignIn {}

    /**
     * The account asks for more.
     *
     * @param challenge to be sent back with the answer, within {@code lifetime}
     * @param methods how it can be answered
     */
    record MoreNeeded(String challenge, Set<Method> methods, Duration lifetime) implements SignIn {}

    /** A second proof. */
    enum Method {
        /** A code of an authenticator (RFC 6238). */
        TOTP,
        /** One of the codes that were given out for when the authenticator is lost. */
        RECOVERY_CODE,
        /** The password of an account to which another site's account is to be tied. */
        PASSWORD,
    }
}
