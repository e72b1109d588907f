package io.masthead.wp.v2;

import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQuery;
import io.masthead.comment.query.CommentSort;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.Offset;
import io.masthead.post.search.TimeRange;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Reads what list of comments a request asks for. */
final class CommentListing {

    private CommentListing() {}

    /** Whether status and type are such that a comment can have them. */
    static boolean findsAny(WpRequest request) {
        return !CommentWords.statuses(request.text("status")).isEmpty()
                && !CommentWords.types(request.text("type")).isEmpty();
    }

    /**
     * @param unlocked the post whose password was told; null for none
     * @param zone of the site
     */
    static CommentQuery query(WpRequest request, Long unlocked, ZoneId zone) {
        var include = request.ids("include");
        var sort = CommentWords.sort(request.text("orderby"));
        return new CommentQuery(
                filter(request, include, zone),
                include.isEmpty() && sort == CommentSort.LISTED_IDS ? CommentSort.CREATED : sort,
                request.text("order").equals("desc"),
                new Offset(offset(request), perPage(request), true),
                unlocked);
    }

    private static CommentFilter filter(WpRequest request, List<Long> include, ZoneId zone) {
        return new CommentFilter(
                new IdFilter(include, include.isEmpty() ? request.ids("exclude") : List.of()),
                new CommentFilter.Place(
                        request.ids("post"),
                        CommentWords.isOnTrash(request.text("status")),
                        new IdFilter(request.ids("parent"), request.ids("parent_exclude")),
                        null,
                        false),
                new CommentFilter.Author(
                        new IdFilter(request.ids("author"), request.ids("author_exclude")),
                        told(request, "author_email"),
                        null),
                CommentWords.types(request.text("type")),
                CommentWords.statuses(request.text("status")),
                false,
                null,
                told(request, "search"),
                // Dates are shown in whole seconds, so what was written within one is not after it.
                new TimeRange(date(request, "after", zone, 1), date(request, "before", zone, 0)));
    }

    static int perPage(WpRequest request) {
        return request.number("per_page").intValue();
    }

    static long page(WpRequest request) {
        return request.number("page");
    }

    private static long offset(WpRequest request) {
        return Paged.skipped(request.number("offset"), page(request), perPage(request));
    }

    private static String told(WpRequest request, String name) {
        var text = request.text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant date(WpRequest request, String name, ZoneId zone, int secondsLater) {
        var text = request.text(name);
        return text == null || text.isEmpty() ? null : WpDates.parse(text, zone).plusSeconds(secondsLater);
    }
}
