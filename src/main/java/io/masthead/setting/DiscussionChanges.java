package io.masthead.setting;

import io.masthead.kernel.Change;
import java.util.List;

/** What changes of the rules of discussion; nothing of it can be cleared. */
public record DiscussionChanges(
        Change<Boolean> holdAll,
        Change<Boolean> holdFirst,
        Change<Integer> holdLinks,
        Change<List<String>> moderationWords,
        Change<List<String>> disallowedWords,
        Change<Integer> floodSeconds,
        Change<Integer> editSeconds,
        Change<Integer> minFormSeconds,
        Change<Integer> addressDays) {

    /** All of it stays. */
    public static final DiscussionChanges NONE = new DiscussionChanges(
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent());
}
