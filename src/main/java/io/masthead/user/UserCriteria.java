package io.masthead.user;

import io.masthead.kernel.WordSearch;
import java.util.List;

/**
 * What a list of users is narrowed to. Logins and e-mail addresses are not among it: whoever could
 * filter by them could guess them.
 *
 * @param search what the display name and the slug must hold together; null for any
 * @param slugs any of these; empty for any
 */
public record UserCriteria(WordSearch search, List<String> slugs) {

    /** Everybody. */
    public static final UserCriteria ALL = new UserCriteria(null, List.of());
}
