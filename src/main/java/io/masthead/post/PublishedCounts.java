package io.masthead.post;

import io.masthead.taxonomy.TermService;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Updates the published counts of terms and users when a post changes. */
@ApplicationScoped
class PublishedCounts {

    /** What one post adds to the counts. */
    record Contribution(Set<Long> terms, Long author) {

        static final Contribution NONE = new Contribution(Set.of(), null);

        static Contribution of(Post post) {
            return post.isPublished()
                    ? new Contribution(post.countedTermIds(), post.author().id())
                    : NONE;
        }
    }

    /** A change of one post's contribution. */
    record Move(Contribution before, Contribution after) {}

    private final TermService terms;
    private final UserService users;

    PublishedCounts(TermService terms, UserService users) {
        this.terms = terms;
        this.users = users;
    }

    /** Updates the counts by the difference of the contributions. */
    void applyCounters(Contribution before, Contribution after) {
        applyCounters(List.of(new Move(before, after)));
    }

    /** As {@link #applyCounters(Contribution, Contribution)}, for several posts at once. */
    void applyCounters(Collection<Move> moves) {
        var termDeltas = new HashMap<Long, Integer>();
        var userDeltas = new HashMap<Long, Integer>();
        for (var move : moves) {
            add(move.before(), -1, termDeltas, userDeltas);
            add(move.after(), 1, termDeltas, userDeltas);
        }
        terms.adjustCounts(termDeltas);
        users.adjustPublished(userDeltas);
    }

    private static void add(
            Contribution contribution, int sign, Map<Long, Integer> ofTerms, Map<Long, Integer> ofUsers) {
        contribution.terms().forEach(id -> ofTerms.merge(id, sign, Integer::sum));
        if (contribution.author() != null) {
            ofUsers.merge(contribution.author(), sign, Integer::sum);
        }
    }
}
