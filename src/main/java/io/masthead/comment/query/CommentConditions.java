package io.masthead.comment.query;

import io.masthead.comment.CommentAuthor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.WordSearch;
import io.masthead.post.PostStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Filters as query conditions on comments {@code c}, and on posts {@code p} if needed. */
final class CommentConditions {

    private CommentConditions() {}

    /**
     * @param onlyModerated whether the caller may moderate all comments that the query finds
     * @param moderatesAll whether the caller may moderate every comment
     */
    static Filter of(CommentFilter wanted, boolean onlyModerated, boolean moderatesAll) {
        var filter = new Filter();
        anyOf(filter, "c.type", "types", wanted.types());
        anyOf(filter, "c.status", "statuses", wanted.statuses());
        ids(filter, "c.id", "id", wanted.ids());
        place(filter, wanted.place());
        author(filter, wanted.author());
        filter.and("c.createdAt >= :from", "from", wanted.created().from())
                .and("c.createdAt < :until", "until", wanted.created().until());
        if (wanted.search() != null) {
            wanted.search()
                    .addTo(
                            filter,
                            List.of("c.searchText", "c.searchName"),
                            onlyModerated ? List.of("c.authorEmail") : List.of());
        }
        if (wanted.phrase() != null) {
            phrase(filter, wanted.phrase(), moderatesAll);
        }
        return filter;
    }

    private static void place(Filter filter, CommentFilter.Place wanted) {
        anyOf(filter, "c.postId", "posts", wanted.postIds());
        ids(filter, "c.parentId", "parent", wanted.parents());
        filter.and("c.aboveId = :above", "above", wanted.aboveId());
        if (wanted.topLevel()) {
            filter.and("c.depth = 1");
        }
        if (wanted.onTrashedPosts() != null) {
            filter.and("p.status " + (wanted.onTrashedPosts() ? "=" : "<>") + " :trash", "trash", PostStatus.TRASHED);
        }
    }

    private static void author(Filter filter, CommentFilter.Author wanted) {
        ids(filter, "c.userId", "user", wanted.users());
        if (wanted.email() != null) {
            filter.and("c.emailKey = :email", "email", CommentAuthor.emailKey(wanted.email()));
        }
        filter.and("c.address = :address", "address", wanted.address());
    }

    /** 0 stands for null. */
    private static void ids(Filter filter, String path, String name, IdFilter wanted) {
        if (wanted.any().contains(0L)) {
            filter.and("(%1$s in :%2$sAny or %1$s is null)".formatted(path, name), name + "Any", wanted.any());
        } else {
            anyOf(filter, path, name + "Any", wanted.any());
        }
        filter.and("coalesce(%s, 0) not in :%sNone".formatted(path, name), name + "None", wanted.none());
    }

    /**
     * A single value is compared by equality, so that H2 reads the list in the order of an index that begins
     * with it.
     */
    private static void anyOf(Filter filter, String path, String name, List<?> values) {
        if (values.size() == 1) {
            filter.and(path + " = :" + name, name, values.get(0));
        } else {
            filter.and(path + " in :" + name, name, values);
        }
    }

    private static void phrase(Filter filter, String phrase, boolean moderatesAll) {
        var columns = new ArrayList<>(List.of("c.source", "c.authorName", "c.authorUrl"));
        if (moderatesAll) {
            columns.addAll(List.of("c.authorEmail", "c.address"));
        }
        filter.and(
                columns.stream()
                        .map(column -> column + " ilike :phrase escape '\\'")
                        .collect(Collectors.joining(" or ", "(", ")")),
                "phrase",
                "%" + WordSearch.literal(phrase) + "%");
    }
}
