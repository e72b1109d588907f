package io.masthead.permalink.redirect;

import java.time.Instant;

/**
 * A redirect in the list of all.
 *
 * @param id null for that of a former slug
 * @param source a decoded path within the site, with a slash at its beginning and none at its end; an exact one may have
 *     a query
 * @param target an absolute URL; null with the status 410
 * @param updatedAt for a former slug when what it belongs to last changed
 */
public record ListedRedirect(
        Long id, String source, RedirectMatch match, String target, int status, Instant updatedAt) {}
