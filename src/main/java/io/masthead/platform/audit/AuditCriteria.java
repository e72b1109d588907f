package io.masthead.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a list of entries is narrowed to.
 *
 * @param actorId the user who did it; null for anybody
 * @param userId the user to whom it was done; null for anything
 * @param subjectKind as in {@link AuditRecord#subjectKind}; null for any
 * @param actions any of these, as in {@link AuditRecord#action}; empty for any
 * @param from inclusive; null for no bound
 * @param until exclusive; null for no bound
 */
public record AuditCriteria(
        Long actorId, Long userId, String subjectKind, List<String> actions, Instant from, Instant until) {

    static final String USER = "user";
}
