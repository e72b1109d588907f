package io.masthead.platform.audit;

/**
 * What somebody, or something, did to one thing. No login, e-mail address or secret belongs in any
 * part of it: it is kept when the user is gone.
 *
 * @param actorId the user; null where no user did it
 * @param subjectKind what it was done to, such as {@code "comment"}; at most 20 characters
 * @param subjectId null where there is no one such thing
 * @param action such as {@code "approved"}; at most 40 characters
 * @param cause what kind of thing made it happen, such as {@code "person"}; at most 20 characters
 * @param reason more of why, such as the name of a rule; empty for nothing, at most 200 characters
 * @param address the network address it was done from; null, or empty, where that is not told
 */
public record AuditRecord(
        Long actorId, String subjectKind, Long subjectId, String action, String cause, String reason, String address) {

    public AuditRecord {
        address = address == null || address.isEmpty() ? null : address;
    }

    /** One to a thing, from nowhere in particular. */
    public AuditRecord(Long actorId, String subjectKind, long subjectId, String action, String cause, String reason) {
        this(actorId, subjectKind, subjectId, action, cause, reason, null);
    }
}
