package io.masthead.post.search;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.PageRequest;

/**
 * A page of a list of posts or pages.
 *
 * @param sort an order by listed ids, listed slugs or relevance falls back to the date if the filter has none
 * @param stickyFirst whether sticky posts come first; such lists support numbered pages only
 * @param withBody whether to read the texts
 * @param withPicture whether to read the featured media
 */
public record PostQuery(
        PostFilter filter,
        PostSort sort,
        boolean descending,
        boolean stickyFirst,
        PageRequest page,
        boolean withBody,
        boolean withPicture)
        implements Costly {

    public PostQuery {
        var isGiven = switch (sort) {
            case LISTED_IDS -> !filter.ids().any().isEmpty();
            case LISTED_SLUGS -> !filter.slugs().any().isEmpty();
            case RELEVANCE -> filter.search() != null;
            default -> true;
        };
        sort = isGiven ? sort : PostSort.PUBLISHED;
        if (page instanceof Keyset && (stickyFirst || !sort.hasCursor())) {
            throw new IllegalArgumentException("This order supports numbered pages only");
        }
    }

    /** Without sticky posts first, and without featured media. */
    public PostQuery(PostFilter filter, PostSort sort, boolean descending, PageRequest page, boolean withBody) {
        this(filter, sort, descending, false, page, withBody, false);
    }

    PostQuery withFilter(PostFilter other) {
        return new PostQuery(other, sort, descending, stickyFirst, page, withBody, withPicture);
    }

    public PostQuery withPictures() {
        return new PostQuery(filter, sort, descending, stickyFirst, page, withBody, true);
    }

    @Override
    public boolean isCostly() {
        return filter.search() != null
                || page.isCostly()
                || (withBody && page.isLarge())
                || (page.counted() && filter.isExpensiveToCount());
    }

    public boolean hasCursor() {
        return sort.hasCursor() && !stickyFirst;
    }
}
