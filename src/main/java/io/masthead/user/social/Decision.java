package io.masthead.user.social;

/** What is to happen with somebody who comes from another site. */
sealed interface Decision {

    /** Known: let in. */
    record LetIn(UserIdentity identity) implements Decision {}

    /** Belongs to this account from now on, and is let in. */
    record Tie(long userId) implements Decision {}

    /** Belongs to this account if its password says so too. */
    record AskPassword(long userId) implements Decision {}

    /** Gets an account. */
    record Create() implements Decision {}

    /** Does not get in. */
    record Refuse(Reason reason) implements Decision {}

    /** Why not, in the words that front ends are told. */
    enum Reason {
        /** Belongs to somebody else here. */
        ACCOUNT_EXISTS,
        /** Is not known, and nobody new is let in. */
        NO_ACCOUNT,
        /** Belongs to an account that nobody gets into now. */
        SIGN_IN_FAILED
    }
}
