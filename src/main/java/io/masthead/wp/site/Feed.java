package io.masthead.wp.site;

import java.time.Instant;
import java.util.List;

/**
 * A feed before it is written, in plain text where nothing else is said.
 *
 * @param self its own address
 * @param next the address of what is older; null at the end
 * @param page what it is the feed of, for readers
 * @param tag changes with everything that it shows
 */
record Feed(
        String title,
        String description,
        String language,
        String self,
        String next,
        String page,
        Instant updated,
        String tag,
        List<FeedItem> items) {

    /** What wrote it. */
    static final String GENERATOR = "Masthead";
}
