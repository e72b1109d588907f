package io.masthead.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * Conditions of a list of audit entries.
 *
 * @param actorId the user who acted; null for any
 * @param userId the user who was acted on; null for any
 * @param subjectKind as in {@link AuditRecord#subjectKind}; null for any
 * @param actions any of these, as in {@link AuditRecord#action}; empty for any
 * @param from inclusive; null for no bound
 * @param until exclusive; null for no bound
 */
public record AuditCriteria(
        Long actorId, Long userId, String subjectKind, List<String> actions, Instant from, Instant until) {

    static final String USER = "user";
}
