package io.masthead.user.session;

/**
 * A session with the one token that refreshes it, at the only moment at which that is known.
 *
 * @param refreshToken serves once
 */
public record OpenedSession(Session session, String refreshToken) {}
