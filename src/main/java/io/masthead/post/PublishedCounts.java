package io.masthead.post;

import io.masthead.taxonomy.TermService;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the published counts of terms and users true whenever a post changes. */
@ApplicationScoped
class PublishedCounts {

    /** What one post adds to the counts. */
    record Share(Set<Long> terms, Long author) {

        static final Share NONE = new Share(Set.of(), null);

        static Share of(Post post) {
            return post.isPublished()
                    ? new Share(post.countedTermIds(), post.author().id())
                    : NONE;
        }
    }

    /** From what a post added to what it adds now. */
    record Move(Share before, Share after) {}

    private final TermService terms;
    private final UserService users;

    PublishedCounts(TermService terms, UserService users) {
        this.terms = terms;
        this.users = users;
    }

    /** Moves the counts from what a post added before to what it adds now. */
    void settle(Share before, Share after) {
        settle(List.of(new Move(before, after)));
    }

    /** As {@link #settle(Share, Share)}, for many posts at once. */
    void settle(Collection<Move> moves) {
        var termDeltas = new HashMap<Long, Integer>();
        var userDeltas = new HashMap<Long, Integer>();
        for (var move : moves) {
            add(move.before(), -1, termDeltas, userDeltas);
            add(move.after(), 1, termDeltas, userDeltas);
        }
        terms.adjustCounts(termDeltas);
        users.adjustPublished(userDeltas);
    }

    private static void add(Share share, int sign, Map<Long, Integer> ofTerms, Map<Long, Integer> ofUsers) {
        share.terms().forEach(id -> ofTerms.merge(id, sign, Integer::sum));
        if (share.author() != null) {
            ofUsers.merge(share.author(), sign, Integer::sum);
        }
    }
}
