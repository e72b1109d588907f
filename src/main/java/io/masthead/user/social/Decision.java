package io.masthead.user.social;

/** How a login from another site continues. */
sealed interface Decision {

    /** The account is known: sign in. */
    record LetIn(UserIdentity identity) implements Decision {}

    /** Link it to this account and sign in. */
    record Tie(long userId) implements Decision {}

    /** Link it to this account if the password is right. */
    record AskPassword(long userId) implements Decision {}

    /** Create an account. */
    record Create() implements Decision {}

    /** Refuse. */
    record Refuse(Reason reason) implements Decision {}

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
