package io.masthead.platform.event;

import java.util.Set;

/**
 * Something was changed. No title, text, login or address belongs in it: events are kept for a
 * while, also of what is gone.
 *
 * @param id null where there is no one such thing, as for the settings
 * @param version of the thing after the change; 0 where it has none, and for an update that follows
 *     from a change of something else, for which the thing is not read
 * @param status null where the change left the status as it was, or there is none
 * @param tags what answers are made of that show the thing, such as {@code post-12} and {@code
 *     posts}; without blanks
 * @param actorId the user who did it; null where nobody did, as at a time that was set before
 */
public record ContentChanged(
        Subject subject,
        Long id,
        ChangeAction action,
        long version,
        StatusChange status,
        Set<String> tags,
        Long actorId) {

    /**
     * From one status to another, in the words of the noun.
     *
     * @param before null for what is new
     * @param after null for what is gone
     */
    public record StatusChange(String before, String after) {}

    public ContentChanged {
        tags = Set.copyOf(tags);
    }
}
