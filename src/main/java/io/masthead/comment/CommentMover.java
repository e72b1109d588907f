package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.comment.thread.ThreadRepository;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Moves a comment under another one, to the top of the thread, or to another post. Its replies move with it,
 * since a reply is on the same post as its parent.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CommentMover {

    /** The maximum of replies moved in one transaction. */
    static final int MAX_REPLIES = 500;

    private final CommentRepository comments;
    private final ThreadRepository threads;

    CommentMover(CommentRepository comments, ThreadRepository threads) {
        this.comments = comments;
        this.threads = threads;
    }

    /**
     * @param comment with its post and the new one locked
     * @param parentId null for the top of the thread
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED}
     */
    void move(Comment comment, long postId, Long parentId) {
        var before = comment.postId();
        if (before == postId && Objects.equals(parentId, comment.parentId())) {
            return;
        }
        comments.flush();
        var replies = repliesTo(comment);
        var parent = parentId == null ? null : parent(parentId, postId, comment, replies);
        comment.moveTo(postId, parentId);
        comments.flush();
        place(comment, replies, parent, postId);
        comments.recount(Stream.of(before, postId).distinct().toList());
        comments.getEntityManager().refresh(comment);
    }

    private List<ThreadRepository.Reply> repliesTo(Comment comment) {
        var replies = threads.repliesTo(comment.id(), MAX_REPLIES + 1);
        if (replies.size() > MAX_REPLIES) {
            throw CmsException.field(
                    "parentId",
                    "too_many_answers",
                    "A comment with more than %d replies cannot be moved.".formatted(MAX_REPLIES));
        }
        return replies;
    }

    private Comment parent(long parentId, long postId, Comment comment, List<ThreadRepository.Reply> replies) {
        var parent = comments.findById(parentId);
        var stands = parent != null
                && parent.postId() == postId
                && parent.type() == CommentType.COMMENT
                && parentId != comment.id()
                && replies.stream().noneMatch(reply -> reply.id() == parentId);
        if (!stands) {
            throw CmsException.field(
                    "parentId",
                    "unknown",
                    "'parentId' must be a comment on the same post that is not a reply to this one.");
        }
        return parent;
    }

    private void place(Comment comment, List<ThreadRepository.Reply> replies, Comment parent, long postId) {
        Map<Long, ThreadPlace> places = new HashMap<>();
        var seen = new HashSet<Long>();
        var top = parent == null
                ? ThreadPlace.top(comment.id())
                : ThreadPlace.answering(
                        ThreadPlace.of(parent), parent.isApproved(), comment.id(), ThreadPlace.MAX_DEPTH);
        places.put(comment.id(), top);
        if (comment.isApproved()) {
            seen.add(comment.id());
        }
        threads.move(comment.id(), postId, top);
        for (var reply : replies) {
            var place = ThreadPlace.answering(
                    places.get(reply.parentId()), seen.contains(reply.parentId()), reply.id(), ThreadPlace.MAX_DEPTH);
            places.put(reply.id(), place);
            if (reply.seen()) {
                seen.add(reply.id());
            }
            threads.move(reply.id(), postId, place);
        }
    }
}
