package io.masthead.user.attempt;

/** What is being tried; each is counted apart. */
public enum AttemptKind {
    /** A password. The account is the login or e-mail address as it was typed. */
    SIGN_IN(Account.TYPED),
    /** Having a link mailed. The account is the e-mail address as it was typed. */
    PASSWORD_RESET(Account.TYPED),
    /** A code, by who knows the password already. The account is the user's id. */
    SECOND_FACTOR(Account.ID),
    /** A refresh token that nobody has. */
    REFRESH(Account.NONE),
    /** An API token or application password that nobody has. */
    TOKEN(Account.NONE),
    /** The password of a post, whichever: one password opens it to all, so there is no account. */
    POST_PASSWORD(Account.NONE);

    /** How an attempt names the account that it is about; the same text in two ways is two. */
    enum Account {
        TYPED,
        ID,
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
