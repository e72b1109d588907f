package io.masthead.permalink;

import io.masthead.media.Media;
import io.masthead.post.PostFormat;
import io.masthead.post.PostView;
import io.masthead.post.search.TimeRange;
import io.masthead.taxonomy.Term;
import io.masthead.user.User;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The content at a URL of the site. */
public sealed interface ResolvedPermalink {

    /** The current URL, which differs if the content was found by a former one. */
    String address();

    record OfPost(PostView view, String address) implements ResolvedPermalink {}

    record OfTerm(Term term, String address) implements ResolvedPermalink {}

    record OfAuthor(User author, String address) implements ResolvedPermalink {}

    /**
     * Everything that was published in a period.
     *
     * @param first the first day
     * @param unit a day, a month or a year
     */
    record OfTime(LocalDate first, ChronoUnit unit, TimeRange range, String address) implements ResolvedPermalink {}

    /** The page of a media item; not its file. */
    record OfMedia(Media media, String address) implements ResolvedPermalink {}

    /** The posts of a format. */
    record OfFormat(PostFormat format, String address) implements ResolvedPermalink {}

    /** The list of the latest posts at the root of the site. */
    record OfHome(String address) implements ResolvedPermalink {}

    /** The posts that a search finds. */
    record OfSearch(String words, String address) implements ResolvedPermalink {}

    /** A feed of the site or of other content. */
    record OfFeed(String address) implements ResolvedPermalink {}
}
