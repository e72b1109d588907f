package io.masthead.post.search;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Paginator;
import io.masthead.post.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ids of one page of a list of any of several terms or statuses: a union of the page's worth of each of
 * them. Each is one range of an index, so that the page costs as many ranges as there are values, however many
 * posts have them.
 */
public final class PostRanges {

    /**
     * With more values, terms are compared post by post. Measured on a million posts: from about ten on, that
     * finds a page as soon, and a statement of that many ranges takes milliseconds to plan.
     */
    private static final int MAX = 10;

    private final List<PostFilter> values;
    private final PostQuery query;

    private PostRanges(List<PostFilter> values, PostQuery query) {
        this.values = values;
        this.query = query;
    }

    /** Empty if the list is one range, or if no index has ranges in its order. */
    public static Optional<PostRanges> of(PostQuery query, CategoryDescendants descendants) {
        var filter = query.filter();
        if (!query.hasCursor()
                || query.page().isCostly()
                || filter.search() != null
                || !filter.ids().any().isEmpty()
                || !filter.slugs().any().isEmpty()) {
            return Optional.empty();
        }
        // Only in the default order does an index have the posts of a term.
        var byTerm = query.sort() == PostSort.PUBLISHED ? byTerm(filter, descendants) : List.of(filter);
        return Stream.of(byTerm, List.of(filter))
                .map(PostRanges::byStatus)
                .filter(values -> !values.isEmpty() && values.size() <= MAX)
                .findFirst()
                .filter(values -> !values.equals(List.of(filter)))
                .map(values -> new PostRanges(values, query));
    }

    private static List<PostFilter> byStatus(List<PostFilter> filters) {
        return filters.stream()
                .flatMap(filter -> filter.statuses().stream().distinct().map(filter::withStatus))
                .toList();
    }

    private static List<PostFilter> byTerm(PostFilter filter, CategoryDescendants descendants) {
        var terms = filter.terms();
        var splittable = terms.stream()
                .filter(term -> term.match() == TermFilter.Match.ANY)
                .toList();
        if (filter.anyTerm()) {
            return splittable.isEmpty() || splittable.size() < terms.size()
                    ? List.of(filter)
                    : splittable.stream()
                            .flatMap(term -> term.each(descendants).stream())
                            .distinct()
                            .map(term -> filter.withTerms(List.of(term)))
                            .toList();
        }
        if (splittable.isEmpty() || splittable.stream().anyMatch(TermFilter::isSingleTerm)) {
            return List.of(filter);
        }
        var split = splittable.stream()
                .min(Comparator.comparingInt(term -> term.each(descendants).size()))
                .orElseThrow();
        return split.each(descendants).stream()
                .map(term -> filter.withTerms(replaced(terms, split, term)))
                .toList();
    }

    private static List<TermFilter> replaced(List<TermFilter> terms, TermFilter from, TermFilter to) {
        var replaced = new ArrayList<TermFilter>();
        replaced.add(to);
        terms.stream().filter(term -> !term.equals(from)).forEach(replaced::add);
        return replaced;
    }

    /** The condition that a post {@code p} is on the page, or before it if the page is a numbered one. */
    public Filter ids(Actor actor, CategoryDescendants descendants) {
        var ids = new ArrayList<String>();
        var filter = new Filter();
        for (var value : values) {
            var source = PostListPlan.of(query.withFilter(value));
            var paginator = paginator(source);
            var range = PostConditions.of(value, actor, source, descendants);
            paginator.restrict(range);
            range = range.renamed("Of" + ids.size());
            range.params().forEach(filter::bind);
            ids.add("(select p.id from " + source.from() + range.where()
                    + paginator.orderBy(source.constants(query.withFilter(value)))
                    + " limit " + rows(paginator) + ")");
        }
        return filter.and("p.id in (" + String.join(" union ", ids) + ")");
    }

    /**
     * A number in the text, since PostgreSQL keeps no good plan for an unknown one. Pages far on share few numbers:
     * each has a query of its own.
     */
    private static int rows(Paginator<Post> paginator) {
        int rows = paginator.firstRow() + paginator.rows();
        return rows <= PageRequest.MAX_LIMIT + 1 ? rows : Integer.highestOneBit(rows - 1) << 1;
    }

    private Paginator<Post> paginator(PostListPlan source) {
        return new Paginator<>(
                query.sort(),
                query.descending(),
                source.keyPath(query.sort()),
                source.idPath(),
                query.page(),
                query.filter());
    }
}
