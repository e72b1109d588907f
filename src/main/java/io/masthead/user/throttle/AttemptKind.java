package io.masthead.user.throttle;

/** What is being tried; each is counted apart. */
public enum AttemptKind {
    /** A password, by whatever name or route. */
    SIGN_IN(Account.BY_NAME),
    /** Having a link mailed. */
    PASSWORD_RESET(Account.BY_NAME),
    /** A code, by who knows the password already. */
    SECOND_FACTOR(Account.BY_ID),
    /** A refresh token that nobody has. */
    REFRESH(Account.NONE),
    /** An API token or application password that nobody has. */
    TOKEN(Account.NONE),
    /** The password of a post, whichever: one password opens it to all, so there is no account. */
    POST_PASSWORD(Account.NONE);

    /** What an attempt is about; an address that is known for one of these is for no other. */
    enum Account {
        BY_NAME,
        BY_ID,
        NONE
    }

    private final Account account;

    AttemptKind(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }
}
