package io.masthead.comment.spam;

import io.masthead.comment.spam.ExaminedComment.FormAge;
import io.masthead.kernel.CmsException;
import io.masthead.platform.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Proves when a client loaded the comment form of a post. A token is the time in seconds, a dot, and a
 * signature over that and the post.
 */
@ApplicationScoped
public class FormTokens {

    private static final String USE = "comment.form";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Signatures signatures;
    private final Clock clock;

    FormTokens(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    public String issue(long postId) {
        var second = Long.toString(clock.instant().getEpochSecond());
        return second + "." + signatures.sign(USE, signed(second, postId));
    }

    /**
     * @param token the token sent by the client; null if none
     * @throws CmsException for one that was not issued for this post within the last 24 hours
     */
    public FormAge age(String token, long postId, Duration minimum) {
        var parts = SYNTAX.matcher(token == null ? "" : token);
        if (!parts.matches() || !signatures.isValid(USE, signed(parts.group(1), postId), parts.group(2))) {
            throw invalid();
        }
        var had = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), clock.instant());
        if (had.compareTo(KEPT) > 0) {
            throw invalid();
        }
        return had.compareTo(minimum) < 0 ? FormAge.TOO_YOUNG : FormAge.OLD_ENOUGH;
    }

    private static String signed(String second, long postId) {
        return second + " " + postId;
    }

    private static CmsException invalid() {
        return CmsException.field(
                "formToken",
                "invalid_token",
                "'formToken' must be the token of this post's comment form, not older than a day;"
                        + " load the form again.");
    }
}
