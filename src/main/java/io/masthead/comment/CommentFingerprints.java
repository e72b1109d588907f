package io.masthead.comment;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.signing.Signatures;
import io.masthead.text.Folding;
import io.masthead.user.throttle.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Detects duplicates: the same text on the same post by the same author. As in WordPress, comments in the trash
 * do not count.
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

    /** 43 characters, equal for all duplicates of a comment. */
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
     * Updates the fingerprint of a changed comment; one in the trash has none.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_DUPLICATE}
     */
    void update(Comment comment) {
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
        return new CmsException(ErrorCode.COMMENT_DUPLICATE, "You have already submitted this comment.");
    }

    /** Null if another comment has it now. */
    String unusedOf(Comment comment) {
        if (comment.fingerprint() != null) {
            return comment.fingerprint();
        }
        var print = of(comment);
        return comments.hasFingerprint(print) ? null : print;
    }
}
