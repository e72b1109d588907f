package io.masthead.testsupport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What has been done to users, as administrators read it. */
public final class AuditLog {

    private AuditLog() {}

    /** One entry. */
    public record AuditRecord(Long actorId, String action, String cause, String reason) {}

    /** What was done to a user, earliest first; the latest hundred of it. */
    public static List<AuditRecord> of(long userId) {
        var records = new ArrayList<AuditRecord>();
        for (var entry : entries(userId)) {
            var actor = (Number) entry.get("actorId");
            records.add(new AuditRecord(
                    actor == null ? null : actor.longValue(),
                    (String) entry.get("action"),
                    (String) entry.get("cause"),
                    (String) entry.get("reason")));
        }
        Collections.reverse(records);
        return records;
    }

    private static List<Map<String, Object>> entries(long userId) {
        return Blog.ofAdministrator()
                .asking()
                .queryParams("user", userId, "limit", 100)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
