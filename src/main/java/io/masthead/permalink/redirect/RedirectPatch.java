package io.masthead.permalink.redirect;

import io.masthead.kernel.Patch;

/**
 * A new redirect, or changes of one.
 *
 * @param source a path of the site, or its URL; required for a new one
 * @param match exact by default
 * @param target an absolute URL, or a path of the site; required unless the status is 410
 * @param status 301 by default
 */
public record RedirectPatch(
        Patch<String> source, Patch<RedirectMatch> match, Patch<String> target, Patch<Integer> status) {}
