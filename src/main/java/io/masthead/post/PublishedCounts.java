package io.masthead.post;

import io.masthead.post.archive.Archives;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.taxonomy.TermService;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The published counts of terms, users and months: updated when a post changes, and read as totals of lists. */
@ApplicationScoped
class PublishedCounts {

    /**
     * What one post adds to the counts.
     *
     * @param date null for a page, which no month counts
     */
    record Contribution(Set<Long> terms, Long author, Instant date) {

        static final Contribution NONE = new Contribution(Set.of(), null, null);

        static Contribution of(Post post) {
            return post.isPublished()
                    ? new Contribution(post.countedTermIds(), post.author().id(), dateOf(post))
                    : NONE;
        }

        private static Instant dateOf(Post post) {
            return post.type() == PostType.POST ? post.sortAt() : null;
        }
    }

    /** A change of one post's contribution. */
    record Move(Contribution before, Contribution after) {}

    private final TermService terms;
    private final UserService users;
    private final Archives archives;

    PublishedCounts(TermService terms, UserService users, Archives archives) {
        this.terms = terms;
        this.users = users;
        this.archives = archives;
    }

    /** Updates the counts by the difference of the contributions. */
    void applyCounters(Contribution before, Contribution after) {
        applyCounters(List.of(new Move(before, after)));
    }

    /** As {@link #applyCounters(Contribution, Contribution)}, for several posts at once. */
    void applyCounters(Collection<Move> moves) {
        var termDeltas = new HashMap<Long, Integer>();
        var userDeltas = new HashMap<Long, Integer>();
        var dateDeltas = new HashMap<Instant, Integer>();
        for (var move : moves) {
            add(move.before(), -1, termDeltas, userDeltas, dateDeltas);
            add(move.after(), 1, termDeltas, userDeltas, dateDeltas);
        }
        terms.adjustCounts(termDeltas);
        users.adjustPublished(userDeltas);
        archives.adjustCounts(dateDeltas);
    }

    /**
     * The total of all published posts or of those of one term, in one statement; empty for other lists, which must be
     * counted.
     */
    OptionalLong total(PostFilter list) {
        return list.isAllPublishedPosts()
                ? archives.total()
                : list.onlyTerm().map(this::total).orElse(OptionalLong.empty());
    }

    private OptionalLong total(TermFilter term) {
        return OptionalLong.of(
                term.slugs().isEmpty()
                        ? terms.publishedCount(term.kind(), term.ids().get(0))
                        : terms.publishedCount(term.kind(), term.slugs().get(0)));
    }

    private static void add(
            Contribution contribution,
            int sign,
            Map<Long, Integer> ofTerms,
            Map<Long, Integer> ofUsers,
            Map<Instant, Integer> ofDates) {
        contribution.terms().forEach(id -> ofTerms.merge(id, sign, Integer::sum));
        if (contribution.author() != null) {
            ofUsers.merge(contribution.author(), sign, Integer::sum);
        }
        if (contribution.date() != null) {
            ofDates.merge(contribution.date(), sign, Integer::sum);
        }
    }
}
