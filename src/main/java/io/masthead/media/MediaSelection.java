package io.masthead.media;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;
import java.time.Instant;
import java.util.List;

/**
 * Media picked by number of page, or by their ids. Everything that is null or empty narrows
 * nothing; the rest must hold together.
 *
 * @param families any of these, such as {@code image}
 * @param types any of these, such as {@code image/png}
 * @param postIds uploaded to any of these posts; 0 stands for none
 * @param excludedPostIds uploaded to none of these
 * @param authorIds by any of these
 * @param excludedAuthorIds by none of these
 * @param editable only what the caller may change
 * @param createdAfter not including the instant itself, like the three after it
 * @param order without a list to follow, the two that follow one are by date
 * @param limit 1 or more
 */
public record MediaSelection(
        MediaSearch search,
        List<String> families,
        List<String> types,
        List<Long> postIds,
        List<Long> excludedPostIds,
        List<Long> authorIds,
        List<Long> excludedAuthorIds,
        List<Long> ids,
        List<Long> excludedIds,
        List<String> slugs,
        boolean editable,
        Instant createdAfter,
        Instant createdBefore,
        Instant updatedAfter,
        Instant updatedBefore,
        MediaOrder order,
        boolean descending,
        long offset,
        int limit)
        implements Costly {

    public MediaSelection {
        var listed = switch (order) {
            case LISTED_IDS -> !ids.isEmpty();
            case LISTED_SLUGS -> !slugs.isEmpty();
            default -> true;
        };
        order = listed ? order : MediaOrder.CREATED;
    }

    @Override
    public boolean isCostly() {
        return search != null || Offset.isDeep(offset);
    }
}
