package io.masthead.post.search;

import io.masthead.kernel.Filter;
import java.util.List;

/**
 * The table from which a list of posts is read. In the default order, a list of one category, tag or custom
 * field is read from that table's own copy of status and sort key, so that a page is one range of an index;
 * every other list is read from the posts.
 */
public final class PostListPlan {

    private static final PostListPlan POSTS = new PostListPlan("Post p", "p", null, null, null);

    private final String from;
    private final String alias;
    private final TermFilter term;
    private final String field;
    private final String content;

    private PostListPlan(String from, String alias, TermFilter term, String field, String content) {
        this.from = from;
        this.alias = alias;
        this.term = term;
        this.field = field;
        this.content = content;
    }

    public static PostListPlan of(PostQuery query) {
        var filter = query.filter();
        if (query.sort() != PostSort.PUBLISHED || query.stickyFirst()) {
            return POSTS;
        }
        if (!filter.anyTerm()) {
            for (var term : filter.terms()) {
                if (term.isSingleTerm()) {
                    return new PostListPlan("PostTerm s join s.post p", "s", term, null, null);
                }
            }
        }
        for (var entry : filter.fields().entrySet()) {
            return new PostListPlan("PostField s join s.post p", "s", null, entry.getKey(), entry.getValue());
        }
        return POSTS;
    }

    /** The from clause; the alias of the post is {@code p}. */
    public String from() {
        return from;
    }

    String statusPath() {
        return alias + ".status";
    }

    public String keyPath(PostSort sort) {
        return this.equals(POSTS) ? sort.path() : alias + ".sortAt";
    }

    /** The leading index columns of this table, which are constant in the list. */
    List<String> constants(PostQuery query) {
        if (query.filter().statuses().size() != 1) {
            return List.of();
        }
        if (this.equals(POSTS)) {
            return List.of("p.type", "p.status");
        }
        return isFields() ? List.of("s.name", "s.content", "s.type", "s.status") : List.of("fk(s.term)", "s.status");
    }

    public String idPath() {
        // The column of this table: an index on it serves the order, one on the post would not.
        return this.equals(POSTS) ? "p.id" : "fk(" + alias + ".post)";
    }

    /** Adds the condition that this table serves. */
    void restrict(Filter filter) {
        if (term != null && term.ids().isEmpty()) {
            filter.and(
                            "s.term.id = (select e.ownerId from SlugEntry e"
                                    + " where e.scope = :sourceScope and e.slug = :sourceSlug)",
                            "sourceSlug",
                            term.slugs().get(0))
                    .bind("sourceScope", term.kind().slugScope());
        } else if (term != null) {
            filter.and(
                            "s.term.id = (select t.id from Term t where t.id = :sourceTerm and t.kind = :sourceKind)",
                            "sourceTerm",
                            term.ids().get(0))
                    .bind("sourceKind", term.kind());
        } else if (field != null) {
            filter.and("s.name = :sourceField", "sourceField", field)
                    .and("s.content = :sourceContent", "sourceContent", content);
        }
    }

    /** The conditions on terms that remain to be checked on the post. */
    List<TermFilter> remaining(List<TermFilter> filters) {
        return filters.stream().filter(other -> !other.equals(term)).toList();
    }

    boolean serves(String fieldName) {
        return fieldName.equals(field);
    }

    boolean isFields() {
        return field != null;
    }
}
