package io.masthead.wp.site;

import io.masthead.permalink.FeedFormat;
import io.masthead.permalink.ResolvedPermalink;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed that somebody asks for.
 *
 * @param subject what it is the feed of; null for the whole site
 * @param comments whether comments are wanted where the site is the subject
 * @param search what its posts say; null for anything
 * @param page 1 for the latest
 * @param self the address that was asked for
 */
record FeedRequest(
        FeedFormat format, ResolvedPermalink subject, boolean comments, String search, int page, String self) {

    /** The parameter that names a page, as in WordPress. */
    static final String PAGE = "paged";

    /** The parameter that searches, as in WordPress. */
    static final String SEARCH = "s";

    boolean isOfComments() {
        return comments || subject instanceof ResolvedPermalink.OfPost;
    }

    /** The address of what is older. */
    String nextPage() {
        var parts = self.split("\\?", 2);
        var others = parts.length == 1
                ? Stream.<String>empty()
                : Arrays.stream(parts[1].split("&")).filter(parameter -> !parameter.startsWith(PAGE + "="));
        return parts[0]
                + "?"
                + Stream.concat(others, Stream.of(PAGE + "=" + (page + 1))).collect(Collectors.joining("&"));
    }
}
