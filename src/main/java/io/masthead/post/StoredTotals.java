package io.masthead.post;

import io.masthead.kernel.Filter;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.archive.Archives;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.TermFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.hibernate.StatelessSession;

/** Totals of lists that need not be counted, since each write of a post updates them. */
@ApplicationScoped
class StoredTotals {

    private final StatelessSession session;
    private final Archives archives;

    StoredTotals(StatelessSession session, Archives archives) {
        this.session = session;
        this.archives = archives;
    }

    /** The total of all published posts or of those of one term, in one statement; empty for other lists. */
    OptionalLong of(PostFilter list) {
        if (list.isAllPublishedPosts()) {
            return archives.total();
        }
        return list.onlyTerm()
                .map(term -> OptionalLong.of(publishedCount(term)))
                .orElse(OptionalLong.empty());
    }

    /** 0 for a term that does not exist. */
    private int publishedCount(TermFilter term) {
        var filter = new Filter();
        if (term.slugs().isEmpty()) {
            filter.and("t.id = :id", "id", term.ids().get(0)).and("t.kind = :kind", "kind", term.kind());
        } else {
            filter.and(
                            "t.id = (select e.ownerId from SlugEntry e where e.scope = :scope and e.slug = :slug)",
                            "slug",
                            term.slugs().get(0))
                    .bind("scope", term.kind().slugScope());
        }
        return FilteredQuery.of(session, Integer.class, "select t.publishedCount from Term t", filter, "")
                .uniqueResultOptional()
                .orElse(0);
    }
}
