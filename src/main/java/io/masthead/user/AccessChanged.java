package io.masthead.user;

/**
 * What a user may do, or how the user gets in, has changed: role, suspension, password, a token, a
 * session. Told in the transaction of the change; what is remembered of the user's credentials is
 * forgotten when that is over.
 */
public record AccessChanged(long userId) {}
