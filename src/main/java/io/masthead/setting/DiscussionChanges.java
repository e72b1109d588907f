package io.masthead.setting;

import io.masthead.kernel.Patch;
import java.util.List;

/** Changes to the discussion settings; nothing can be cleared. */
public record DiscussionChanges(
        Patch<Boolean> holdAll,
        Patch<Boolean> holdFirst,
        Patch<Integer> holdLinks,
        Patch<List<String>> moderationWords,
        Patch<List<String>> disallowedWords,
        Patch<Integer> floodSeconds,
        Patch<Integer> editSeconds,
        Patch<Integer> minFormSeconds,
        Patch<Integer> addressDays) {

    /** No changes. */
    public static final DiscussionChanges NONE = new DiscussionChanges(
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent());
}
