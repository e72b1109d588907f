package io.masthead.user.social;

/** How a login from another site continues. */
sealed interface SocialLoginDecision {

    /** The account is known: sign in. */
    record LogIn(UserIdentity identity) implements SocialLoginDecision {}

    /** Link it to this account and sign in. */
    record Link(long userId) implements SocialLoginDecision {}

    /** Link it to this account if the password is right. */
    record RequirePassword(long userId) implements SocialLoginDecision {}

    /** Create an account. */
    record CreateAccount() implements SocialLoginDecision {}

    /** Refuse. */
    record Refuse(Reason reason) implements SocialLoginDecision {}

    /** Reason codes for front ends. */
    enum Reason {
        /** It belongs to another account here. */
        ACCOUNT_EXISTS,
        /** It is unknown, and accounts are not created. */
        NO_ACCOUNT,
        /** It belongs to an account that cannot sign in now. */
        SIGN_IN_FAILED
    }
}
