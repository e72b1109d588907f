package io.masthead.user.session;

/**
 * A new session and its first refresh token, which is known only now.
 *
 * @param refreshToken can be used once
 */
public record OpenedSession(Session session, String refreshToken) {}
