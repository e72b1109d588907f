package io.masthead.post;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;

/**
 * A stretch of a list of posts by its place, with the exact total, as clients want it that turn
 * numbered pages. It costs more the further down it lies; {@link PostQuery} does not.
 *
 * @param order without what it follows, a list or words, it is by date
 * @param stickyFirst whether sticky posts come before all others
 * @param offset how many come before it
 * @param withBody whether the texts are wanted too
 */
public record PostSelection(
        PostChoice choice,
        PostOrder order,
        boolean descending,
        boolean stickyFirst,
        long offset,
        int limit,
        boolean withBody)
        implements Costly {

    public PostSelection {
        var followed = switch (order) {
            case AS_IDS -> !choice.ids().any().isEmpty();
            case AS_SLUGS -> !choice.slugs().isEmpty();
            case RELEVANCE -> choice.search() != null;
            case PUBLISHED, UPDATED, AUTHOR, ID, PARENT, MENU_ORDER, SLUG, TITLE -> true;
        };
        order = followed ? order : PostOrder.PUBLISHED;
    }

    @Override
    public boolean isCostly() {
        return choice.search() != null
                || choice.isCountedByLooking()
                // A search over several kinds reads each from its beginning.
                || Offset.isDeep(offset + limit);
    }
}
