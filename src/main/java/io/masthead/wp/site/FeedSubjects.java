package io.masthead.wp.site;

import io.masthead.permalink.ResolvedPermalink;
import io.masthead.post.PostType;
import io.masthead.post.search.AuthorFilter;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.post.search.TimeRange;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.wp.v2.SearchWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a feed is of: as a filter of posts, and in words. */
final class FeedSubjects {

    private static final String DASH = " \u2013 ";

    private FeedSubjects() {}

    static PostFilter filter(FeedRequest request) {
        var subject = request.subject();
        var term = subject instanceof ResolvedPermalink.OfTerm ofTerm ? ofTerm.term() : null;
        return PostFilter.of(PostType.POST)
                .terms(term == null ? List.of() : List.of(carrying(term)))
                .authors(
                        subject instanceof ResolvedPermalink.OfAuthor of
                                ? AuthorFilter.ofIds(List.of(of.author().id()), List.of())
                                : AuthorFilter.ALL)
                .search(SearchWords.parse(request.search(), List.of(), false))
                .formats(subject instanceof ResolvedPermalink.OfFormat of ? List.of(of.format()) : List.of())
                .published(subject instanceof ResolvedPermalink.OfTime time ? time.range() : TimeRange.ALL)
                .build();
    }

    /** As the archive of a category shows what is filed below it. */
    private static TermFilter carrying(Term term) {
        var isCategory = term.kind() == TermKind.CATEGORY;
        return TermFilter.ofIds(term.kind(), List.of(term.id()), isCategory, TermFilter.Match.ANY);
    }

    /** In the words of WordPress, which readers of feeds have on their lists. */
    static String title(FeedRequest request, SiteSettings site) {
        if (request.subject() instanceof ResolvedPermalink.OfPost on) {
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
        if (subject instanceof ResolvedPermalink.OfTerm of) {
            return of.term().name() + DASH;
        }
        if (subject instanceof ResolvedPermalink.OfAuthor of) {
            return of.author().displayName() + DASH;
        }
        if (subject instanceof ResolvedPermalink.OfFormat of) {
            var word = of.format().name();
            return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) + DASH;
        }
        return subject instanceof ResolvedPermalink.OfTime time ? time(time, site) + DASH : "";
    }

    private static String time(ResolvedPermalink.OfTime time, SiteSettings site) {
        var pattern = switch (time.unit()) {
            case YEARS -> "yyyy";
            case MONTHS -> "LLLL yyyy";
            default -> "LLLL d, yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(site.language()))
                .format(time.first());
    }
}
