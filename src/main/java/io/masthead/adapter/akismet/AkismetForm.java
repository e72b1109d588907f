package io.masthead.adapter.akismet;

import io.masthead.comment.spam.ExaminedComment;
import io.masthead.setting.SiteSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documented fields of Akismet that a comment provides. Nothing else of the client's request is ever sent.
 */
final class AkismetForm {

    /** The name of the hidden form field in requests. */
    private static final String TRAP = "website";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private AkismetForm() {}

    static AkismetForm ofKey(String key, SiteSettings site) {
        return new AkismetForm().with("api_key", key).with("key", key).with("blog", site.url());
    }

    static AkismetForm of(ExaminedComment comment, String key, boolean test, SiteSettings site) {
        var form = new AkismetForm()
                .with("api_key", key)
                .with("blog", site.url())
                .with("user_ip", comment.origin().address())
                .with("user_agent", comment.origin().userAgent())
                .with("referrer", comment.origin().referrer())
                .with("permalink", comment.permalink())
                .with("comment_type", comment.parentId() == null ? "comment" : "reply")
                .with("comment_author", comment.author().name())
                .with("comment_author_email", comment.author().email())
                .with("comment_author_url", comment.author().url())
                .with("comment_content", comment.source())
                .with("comment_date_gmt", seconds(comment.createdAt()))
                .with("comment_post_modified_gmt", seconds(comment.postUpdatedAt()))
                .with("blog_lang", site.language().replace('-', '_').toLowerCase(Locale.ROOT))
                .with("blog_charset", "UTF-8")
                .with("user_role", comment.userRole())
                .with("recheck_reason", comment.recheckReason())
                .with("honeypot_field_name", TRAP)
                .with(TRAP, comment.honeypot());
        if (comment.parentId() != null) {
            form.with("comment_parent", comment.parentId().toString());
        }
        return test ? form.with("is_test", "1") : form;
    }

    /** Omits empty values, as Akismet asks. */
    AkismetForm with(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
