package io.masthead.wp.site;

import io.masthead.post.PostFilter;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.post.TermFilter;
import io.masthead.post.TimeRange;
import io.masthead.post.permalink.Located;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.TermKind;
import io.masthead.wp.v2.SearchWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a feed is of: as a filter of posts, and in words. */
final class FeedSubjects {

    private static final String DASH = " \u2013 ";

    private FeedSubjects() {}

    static PostFilter filter(FeedRequest request) {
        var subject = request.subject();
        var term = subject instanceof Located.OfTerm ofTerm ? ofTerm.term() : null;
        return new PostFilter(
                PostType.POST,
                List.of(PostStatus.PUBLISHED),
                term != null && term.kind() == TermKind.CATEGORY ? carrying(term.slug()) : List.of(),
                true, // as the archive of a category shows what is filed below it
                term != null && term.kind() == TermKind.TAG ? carrying(term.slug()) : List.of(),
                subject instanceof Located.OfAuthor of ? List.of(of.author().slug()) : List.of(),
                List.of(),
                List.of(),
                SearchWords.parse(request.search(), List.of(), false),
                subject instanceof Located.OfTime time ? time.range() : TimeRange.ALL,
                TimeRange.ALL,
                null,
                false,
                null,
                Map.of());
    }

    private static List<TermFilter> carrying(String slug) {
        return List.of(new TermFilter(List.of(slug), false));
    }

    /** In the words of WordPress, which readers of feeds have on their lists. */
    static String title(FeedRequest request, SiteSettings site) {
        if (request.subject() instanceof Located.OfPost on) {
            return "Comments on: " + FeedText.title(on.view().post());
        }
        if (request.comments()) {
            return "Comments for " + site.title();
        }
        return name(request, site) + (request.page() == 1 ? "" : "Page " + request.page() + DASH) + site.title();
    }

    private static String name(FeedRequest request, SiteSettings site) {
        if (request.search() != null) {
            return "Search Results for \u201c" + request.search() + "\u201d" + DASH;
        }
        var subject = request.subject();
        if (subject instanceof Located.OfTerm of) {
            return of.term().name() + DASH;
        }
        if (subject instanceof Located.OfAuthor of) {
            return of.author().displayName() + DASH;
        }
        return subject instanceof Located.OfTime time ? time(time, site) + DASH : "";
    }

    private static String time(Located.OfTime time, SiteSettings site) {
        var pattern = switch (time.unit()) {
            case YEARS -> "yyyy";
            case MONTHS -> "LLLL yyyy";
            default -> "LLLL d, yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(site.language()))
                .format(time.first());
    }
}
