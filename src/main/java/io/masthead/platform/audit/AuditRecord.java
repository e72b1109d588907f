package io.masthead.platform.audit;

/**
 * An action on one subject. It must contain no login, e-mail address or secret, since it is kept after the user
 * is deleted.
 *
 * @param actorId the user; null if no user acted
 * @param subjectKind such as {@code "comment"}; at most 20 characters
 * @param subjectId null if there is no single subject
 * @param action such as {@code "approved"}; at most 40 characters
 * @param cause the kind of cause, such as {@code "person"}; at most 20 characters
 * @param reason details, such as the name of a rule; may be empty, at most 200 characters
 * @param address the client's network address; null or empty if not recorded
 */
public record AuditRecord(
        Long actorId, String subjectKind, Long subjectId, String action, String cause, String reason, String address) {

    public AuditRecord {
        address = address == null || address.isEmpty() ? null : address;
    }

    /** Without a network address. */
    public AuditRecord(Long actorId, String subjectKind, long subjectId, String action, String cause, String reason) {
        this(actorId, subjectKind, subjectId, action, cause, reason, null);
    }
}
