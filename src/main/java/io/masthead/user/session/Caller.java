package io.masthead.user.session;

import io.masthead.kernel.Actor;

/**
 * Whose a request is, by credentials that are valid now.
 *
 * @param sessionId null unless it came by a sign-in
 * @param tokenId null unless it came by an API token or an application password
 */
public record Caller(Actor actor, Long sessionId, Long tokenId) {}
