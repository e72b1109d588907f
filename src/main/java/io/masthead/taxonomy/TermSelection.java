package io.masthead.taxonomy;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;
import java.util.List;

/**
 * Categories or tags picked by number of page, or by their ids. Everything that is null, empty or
 * false narrows nothing; the rest must hold together.
 *
 * @param search text that the name or the slug contains, in any case
 * @param parentId 0 for those at the top
 * @param slugs any of these
 * @param ids any of these; null for all
 * @param excludedIds none of these
 * @param used only those that a published post carries
 * @param order without a list to follow, the two that follow one are by name
 * @param limit 1 or more
 */
public record TermSelection(
        TermKind kind,
        String search,
        Long parentId,
        List<String> slugs,
        List<Long> ids,
        List<Long> excludedIds,
        boolean used,
        TermOrder order,
        boolean descending,
        long offset,
        int limit)
        implements Costly {

    public TermSelection {
        var listed = switch (order) {
            case LISTED_IDS -> ids != null && !ids.isEmpty();
            case LISTED_SLUGS -> !slugs.isEmpty();
            case ID, NAME, SLUG, DESCRIPTION, COUNT -> true;
        };
        order = listed ? order : TermOrder.NAME;
    }

    /** Certain ones, by name. */
    public static TermSelection of(TermKind kind, List<Long> ids) {
        return new TermSelection(
                kind, null, null, List.of(), ids, List.of(), false, TermOrder.NAME, false, 0, Math.max(1, ids.size()));
    }

    @Override
    public boolean isCostly() {
        return (search != null && !search.isBlank()) || Offset.isDeep(offset + limit);
    }
}
