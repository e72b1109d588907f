package io.masthead.post.revision;

import java.util.List;

/**
 * Which revisions of a post are wanted.
 *
 * @param kinds empty for all
 * @param ids empty for all
 * @param search what title, text or excerpt contain; null for anything
 */
public record RevisionFilter(List<RevisionKind> kinds, List<Long> ids, List<Long> excludedIds, String search) {

    public static RevisionFilter ofKinds(List<RevisionKind> kinds) {
        return new RevisionFilter(kinds, List.of(), List.of(), null);
    }
}
