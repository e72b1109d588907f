package io.masthead.wp.site;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A feed before it is written, in plain text where nothing else is said.
 *
 * @param site the address of the site
 * @param self its own address
 * @param next the address of what is older; null at the end
 * @param page what it is the feed of, for readers
 * @param tag changes with everything that it shows
 * @param items rendered when they are asked for, one after the other
 */
record Feed(
        String title,
        String description,
        String language,
        String site,
        String self,
        String next,
        String page,
        Instant updated,
        String tag,
        boolean isEmpty,
        Supplier<Stream<FeedItem>> items) {

    /** What wrote it. */
    static final String GENERATOR = "Masthead";
}
