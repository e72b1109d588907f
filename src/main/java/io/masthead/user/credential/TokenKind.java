package io.masthead.user.credential;

/** How a token is sent. */
public enum TokenKind {
    /** As a bearer token, limited to its scopes. */
    API_TOKEN(SecretFormat.API_TOKEN),
    /** As the password of HTTP Basic, as WordPress clients do; it has no scopes of its own. */
    APPLICATION_PASSWORD(SecretFormat.APPLICATION_PASSWORD);

    private final SecretFormat format;

    TokenKind(SecretFormat format) {
        this.format = format;
    }

    public SecretFormat format() {
        return format;
    }
}
