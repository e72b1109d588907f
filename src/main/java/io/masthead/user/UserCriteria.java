package io.masthead.user;

import java.util.List;

/**
 * What a list of users is narrowed to. Logins and e-mail addresses are not among it: whoever could
 * filter by them could guess them.
 *
 * @param search text that the display name or the slug contains, in any case; null for any
 * @param slugs any of these; empty for any
 */
public record UserCriteria(String search, List<String> slugs) {

    /** Everybody. */
    public static final UserCriteria ALL = new UserCriteria(null, List.of());
}
