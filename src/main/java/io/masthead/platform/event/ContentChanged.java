package io.masthead.platform.event;

import java.util.Set;

/**
 * A change. It must contain no title, text, login or address: events are kept for a while, even if their
 * subjects are deleted.
 *
 * @param id null if there is no single subject, as for the settings
 * @param version of the subject after the change; 0 if it has none, and for an update that follows from another
 *     change, for which the subject is not read
 * @param status null if the change did not affect the status, or there is none
 * @param tags cache tags of responses that show the subject, such as {@code post-12} and {@code posts}; without
 *     blanks
 * @param actorId the user who made it; null if no user did, as for scheduled changes
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
     * A change of status, with the names that the noun uses.
     *
     * @param before null if the subject is new
     * @param after null if the subject is deleted
     */
    public record StatusChange(String before, String after) {}

    public ContentChanged {
        tags = Set.copyOf(tags);
    }
}
