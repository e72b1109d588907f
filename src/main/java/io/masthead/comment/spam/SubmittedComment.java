package io.masthead.comment.spam;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.Origin;
import io.masthead.comment.spam.ExaminedComment.FormAge;
import io.masthead.platform.db.JsonRecordConverter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * An {@link ExaminedComment} as it is stored until its last check has finished.
 *
 * @param trap the content of the hidden form field
 */
@RegisterForReflection // read and written as JSON
public record SubmittedComment(
        long postId,
        String permalink,
        Instant postUpdatedAt,
        Long parentId,
        String authorName,
        String authorEmail,
        String authorUrl,
        String userRole,
        String address,
        String userAgent,
        String referrer,
        String source,
        int links,
        boolean knownAuthor,
        String trap,
        FormAge formAge,
        Instant createdAt,
        String recheckReason) {

    /** Rows of older versions lack some texts, which are then empty. */
    public SubmittedComment {
        permalink = orEmpty(permalink);
        authorName = orEmpty(authorName);
        authorEmail = orEmpty(authorEmail);
        authorUrl = orEmpty(authorUrl);
        userRole = orEmpty(userRole);
        address = orEmpty(address);
        userAgent = orEmpty(userAgent);
        referrer = orEmpty(referrer);
        source = orEmpty(source);
        trap = orEmpty(trap);
        recheckReason = orEmpty(recheckReason);
    }

    static SubmittedComment of(ExaminedComment comment) {
        return new SubmittedComment(
                comment.postId(),
                comment.permalink(),
                comment.postUpdatedAt(),
                comment.parentId(),
                comment.author().name(),
                comment.author().email(),
                comment.author().url(),
                comment.userRole(),
                comment.origin().address(),
                comment.origin().userAgent(),
                comment.origin().referrer(),
                comment.source(),
                comment.links(),
                comment.knownAuthor(),
                comment.honeypot(),
                comment.formAge(),
                comment.createdAt(),
                comment.recheckReason());
    }

    ExaminedComment examined(long id) {
        return new ExaminedComment(
                id,
                postId,
                permalink,
                postUpdatedAt,
                parentId,
                new CommentAuthor(authorName, authorEmail, authorUrl),
                userRole,
                new Origin(address, userAgent, referrer),
                source,
                links,
                knownAuthor,
                trap,
                formAge,
                createdAt,
                recheckReason);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** Stores it as JSON. */
    @Converter
    @Mutability(Immutability.class) // a copy for comparison would go through JSON
    static final class AsJson extends JsonRecordConverter<SubmittedComment> {

        AsJson() {
            super(SubmittedComment.class);
        }
    }
}
