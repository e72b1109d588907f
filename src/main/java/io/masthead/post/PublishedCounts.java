package io.masthead.post;

import io.masthead.taxonomy.TermService;
import io.masthead.user.UserService;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps the published counts of terms and users true whenever a post changes. */
@ApplicationScoped
class PublishedCounts {

    /** What one post adds to the counts. */
    record Share(Set<Long> terms, Long author) {

        static final Share NONE = new Share(Set.of(), null);

        static Share of(Post post) {
            return post.isPublished() ? new Share(post.countedTermIds(), post.author().id()) : NONE;
        }
    }

    private final TermService terms;
    private final UserService users;

    PublishedCounts(TermService terms, UserService users) {
        this.terms = terms;
        this.users = users;
    }

    /** Moves the counts from what a post added before to what it adds now. */
    void settle(Share before, Share after) {
        if (before.equals(after)) {
            return;
        }
        var termDeltas = new HashMap<Long, Integer>();
        before.terms().forEach(id -> termDeltas.merge(id, -1, Integer::sum));
        after.terms().forEach(id -> termDeltas.merge(id, 1, Integer::sum));
        terms.adjustCounts(withoutZeros(termDeltas));

        var userDeltas = new HashMap<Long, Integer>();
        if (before.author() != null) {
            userDeltas.merge(before.author(), -1, Integer::sum);
        }
        if (after.author() != null) {
            userDeltas.merge(after.author(), 1, Integer::sum);
        }
        users.adjustPublished(withoutZeros(userDeltas));
    }

    private static Map<Long, Integer> withoutZeros(Map<Long, Integer> deltas) {
        deltas.values().removeIf(delta -> delta == 0);
        return deltas;
    }
}
