package io.masthead.post.revision;

import java.util.List;

/**
 * Conditions of a list of revisions.
 *
 * @param kinds empty for all
 * @param ids empty for all
 * @param search text in title, text or excerpt; null for any
 */
public record RevisionFilter(List<RevisionKind> kinds, List<Long> ids, List<Long> excludedIds, String search) {

    public static RevisionFilter ofKinds(List<RevisionKind> kinds) {
        return new RevisionFilter(kinds, List.of(), List.of(), null);
    }
}
