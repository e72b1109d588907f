package io.masthead.comment;

import io.masthead.comment.CommentListRepository.Group;
import io.masthead.comment.CommentListRepository.Row;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.lane.BoundedReads;
import io.masthead.post.Post;
import io.masthead.post.PostService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads comments with the posts they are on, by number of rows and with exact totals, as far as the
 * caller may see them: who may change a post sees all that was said to it.
 */
@ApplicationScoped
@Transactional
public class CommentLists {

    private final CommentListRepository comments;
    private final CommentRights rights;
    private final PostService posts;

    CommentLists(CommentListRepository comments, CommentRights rights, PostService posts) {
        this.comments = comments;
        this.rights = rights;
        this.posts = posts;
    }

    /**
     * Two statements.
     *
     * @throws CmsException for a caller who keeps none and asks for what only those may know
     */
    @BoundedReads
    public Page<PostedComment> search(CommentSlice slice, Actor actor) {
        if (slice.criteria().email() != null) {
            KeptComments.requireAny(actor);
        }
        var found = comments.search(slice, actor);
        return found.map(row -> posted(row, actor));
    }

    /**
     * One statement.
     *
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, {@link ErrorCode#COMMENT_HIDDEN} or
     *     {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public PostedComment get(long id, Actor actor, String password) {
        var row = comments.read(List.of(id)).stream().findFirst().orElseThrow(CommentRights::notFound);
        var comment = posted(row, actor);
        if (!comment.readable()) {
            requireUnlocked(comment, actor, password);
        }
        return comment;
    }

    /** As far as the caller may see them, by id. One statement. */
    public Map<Long, PostedComment> find(Collection<Long> ids, Actor actor) {
        return comments.read(ids).stream()
                .map(row -> posted(row, actor))
                .collect(Collectors.toMap(row -> row.comment().id(), row -> row));
    }

    /** Which of these comments have an answer that the caller may see. One statement. */
    public Set<Long> answered(Collection<Long> ids, Actor actor) {
        return comments.answered(ids, actor);
    }

    /**
     * The latest that readers see on each of these posts. One statement, and one more where some of
     * the posts are not known.
     *
     * @param known posts that were read before, by id
     * @param most of each
     * @return by post; nothing of those that the caller may not read
     */
    public Map<Long, List<PostedComment>> latestOn(
            Collection<Long> postIds, Map<Long, Post> known, int most, Actor actor) {
        var unknown = postIds.stream().filter(id -> !known.containsKey(id)).toList();
        var hidden = unreadable(unknown, actor);
        var ids = postIds.stream()
                .distinct()
                .filter(id -> !hidden.contains(id))
                .filter(id -> !known.containsKey(id) || posts.isReadable(known.get(id), actor))
                .toList();
        var latest = comments.latest(Group.POST, ids, most, actor);
        return ids.stream()
                .collect(Collectors.toMap(id -> id, id -> posted(latest.getOrDefault(id, List.of()), actor)));
    }

    /** As {@link #latestOn}, of the answers to each of these comments. One statement. */
    public Map<Long, List<PostedComment>> latestAnswering(Collection<Long> commentIds, int most, Actor actor) {
        var answers = new HashMap<Long, List<PostedComment>>();
        comments.latest(Group.PARENT, commentIds, most, actor)
                .forEach((id, rows) -> answers.put(id, posted(rows, actor)));
        commentIds.forEach(id -> answers.putIfAbsent(id, List.of()));
        return answers;
    }

    /** Those of these posts that are there and that the caller may not read. One statement. */
    public Set<Long> unreadable(Collection<Long> postIds, Actor actor) {
        return posts.find(postIds).values().stream()
                .filter(post -> !posts.isReadable(post, actor))
                .map(Post::id)
                .collect(Collectors.toSet());
    }

    /**
     * Lets the caller on to the comments of a protected post.
     *
     * @throws CmsException {@link ErrorCode#POST_HIDDEN} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public void unlock(long postId, Actor actor, String password) {
        var post = posts.find(List.of(postId)).get(postId);
        if (post != null) {
            posts.requireReadable(post, actor, password);
        }
    }

    private void requireUnlocked(PostedComment comment, Actor actor, String password) {
        if (!comment.comment().isApproved() || password == null) {
            throw CommentRights.hidden();
        }
        try {
            posts.requireReadable(comment.post(), actor, password);
        } catch (CmsException e) {
            throw e.code() == ErrorCode.POST_HIDDEN ? CommentRights.hidden() : e;
        }
    }

    private List<PostedComment> posted(List<Row> rows, Actor actor) {
        return rows.stream().map(row -> posted(row, actor)).toList();
    }

    private PostedComment posted(Row row, Actor actor) {
        var comment = row.comment();
        var kept = rights.keeps(row.post(), actor);
        var own = comment.isWrittenBy(actor.userId());
        var readable = kept
                || (own && VisibleComments.TOLD_TO_AUTHORS.contains(comment.status()))
                || (comment.isApproved() && posts.isReadable(row.post(), actor));
        return new PostedComment(
                new CommentView(comment, kept, own, null, null, row.avatarUrl().isEmpty() ? null : row.avatarUrl()),
                row.post(),
                row.email(),
                row.answered(),
                readable);
    }
}
