package io.masthead.comment.spam;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.Origin;
import io.masthead.comment.spam.ExaminedComment.FormAge;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serializes comments for checks, which are stored until the last check has finished. */
public final class ExaminedComments {

    private ExaminedComments() {}

    public static Map<String, Object> write(ExaminedComment comment) {
        var stored = new LinkedHashMap<String, Object>();
        stored.put("postId", comment.postId());
        stored.put("permalink", comment.permalink());
        stored.put("postUpdatedAt", comment.postUpdatedAt().toString());
        if (comment.parentId() != null) {
            stored.put("parentId", comment.parentId());
        }
        stored.put("authorName", comment.author().name());
        stored.put("authorEmail", comment.author().email());
        stored.put("authorUrl", comment.author().url());
        stored.put("userRole", comment.userRole());
        stored.put("address", comment.origin().address());
        stored.put("userAgent", comment.origin().userAgent());
        stored.put("referrer", comment.origin().referrer());
        stored.put("source", comment.source());
        stored.put("links", comment.links());
        stored.put("knownAuthor", comment.knownAuthor());
        stored.put("trap", comment.honeypot());
        stored.put("formAge", comment.formAge().name());
        stored.put("createdAt", comment.createdAt().toString());
        stored.put("recheckReason", comment.recheckReason());
        return stored;
    }

    public static ExaminedComment read(long id, Map<String, Object> stored) {
        var parent = (Number) stored.get("parentId");
        return new ExaminedComment(
                id,
                ((Number) stored.get("postId")).longValue(),
                text(stored, "permalink"),
                Instant.parse(text(stored, "postUpdatedAt")),
                parent == null ? null : parent.longValue(),
                new CommentAuthor(text(stored, "authorName"), text(stored, "authorEmail"), text(stored, "authorUrl")),
                text(stored, "userRole"),
                new Origin(text(stored, "address"), text(stored, "userAgent"), text(stored, "referrer")),
                text(stored, "source"),
                ((Number) stored.get("links")).intValue(),
                (Boolean) stored.get("knownAuthor"),
                text(stored, "trap"),
                FormAge.valueOf(text(stored, "formAge")),
                Instant.parse(text(stored, "createdAt")),
                text(stored, "recheckReason"));
    }

    private static String text(Map<String, Object> stored, String name) {
        return (String) stored.getOrDefault(name, "");
    }
}
