package io.masthead.comment;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.signing.Signatures;
import io.masthead.text.Folding;
import io.masthead.user.throttle.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Recognises a comment that says the same on the same post as an earlier one of the same author. As
 * in WordPress, one that lies in the trash does not count.
 */
@ApplicationScoped
class CommentFingerprints {

    private static final String USE = "comment.fingerprint";

    private final Signatures signatures;
    private final CommentRepository comments;

    CommentFingerprints(Signatures signatures, CommentRepository comments) {
        this.signatures = signatures;
        this.comments = comments;
    }

    /** 43 characters; the same for every comment that would be a second one. */
    String of(long postId, Long userId, CommentAuthor author, String address, String source) {
        var who = userId != null
                ? "user " + userId
                : author.emailKey() != null
                        ? "email " + author.emailKey()
                        : "name " + Folding.key(author.name()) + " " + ClientNetwork.of(address);
        return signatures.sign(USE, String.join("\u0000", Long.toString(postId), who, source.strip()));
    }

    String of(Comment comment) {
        return of(comment.postId(), comment.userId(), comment.author(), comment.address(), comment.source());
    }

    /**
     * Marks a comment that has changed anew; one in the trash has no mark.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_DUPLICATE}
     */
    void renew(Comment comment) {
        var print = of(comment);
        if (comment.status() == CommentStatus.TRASHED || print.equals(comment.fingerprint())) {
            return;
        }
        if (comments.hasFingerprint(print)) {
            throw duplicate();
        }
        comment.setFingerprint(print);
    }

    static CmsException duplicate() {
        return new CmsException(ErrorCode.COMMENT_DUPLICATE, "You have said exactly this here before.");
    }

    /** Null where another comment has it by now. */
    String unusedOf(Comment comment) {
        if (comment.fingerprint() != null) {
            return comment.fingerprint();
        }
        var print = of(comment);
        return comments.hasFingerprint(print) ? null : print;
    }
}
