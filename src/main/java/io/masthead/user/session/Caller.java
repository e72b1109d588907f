package io.masthead.user.session;

import io.masthead.kernel.Actor;

/**
 * The user of a request with valid credentials.
 *
 * @param sessionId null unless the request belongs to a session
 * @param tokenId null unless it was sent with an API token or an application password
 */
public record Caller(Actor actor, Long sessionId, Long tokenId) {}
