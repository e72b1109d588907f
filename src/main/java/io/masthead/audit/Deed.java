package io.masthead.audit;

/**
 * What somebody, or something, did to one thing.
 *
 * @param actorId the user; null where no user did it
 * @param subjectKind what it was done to, such as {@code "comment"}; at most 20 characters
 * @param action such as {@code "approved"}; at most 40 characters
 * @param cause what kind of thing made it happen, such as {@code "person"}; at most 20 characters
 * @param reason more of why, such as the name of a rule; empty for nothing, at most 200 characters
 */
public record Deed(
        Long actorId,
        String subjectKind,
        long subjectId,
        String action,
        String cause,
        String reason) {}
