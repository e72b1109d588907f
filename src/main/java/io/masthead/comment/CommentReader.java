package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.lane.BoundedReads;
import io.masthead.post.Post;
import io.masthead.post.PostService;
import io.masthead.post.PostType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads comments, as far as the caller may see them. */
@ApplicationScoped
@Transactional
public class CommentReader {

    private final CommentSearchRepository comments;
    private final CommentTally tally;
    private final CommentRights rights;
    private final CommentAvatars avatars;
    private final PostService posts;

    CommentReader(
            CommentSearchRepository comments,
            CommentTally tally,
            CommentRights rights,
            CommentAvatars avatars,
            PostService posts) {
        this.comments = comments;
        this.tally = tally;
        this.rights = rights;
        this.avatars = avatars;
        this.posts = posts;
    }

    /**
     * What readers see of a post. Two statements, and one more where users wrote some of it; a
     * total of comments is known by the post.
     *
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException as {@link PostService#requireReadable}
     */
    @BoundedReads
    public Page<CommentView> ofPost(PostType type, CommentQuery query, Actor actor, String password) {
        var post = posts.requireReadable(type, query.filter().postId(), actor, password);
        var known =
                query.filter().type() == CommentType.COMMENT && !query.filter().topLevel()
                        ? OptionalLong.of(post.commentCount())
                        : OptionalLong.empty();
        return views(comments.page(query, known), post, actor);
    }

    /** As {@link #ofPost}, of the top of the threads, with what stands under it. One more. */
    @BoundedReads
    public Page<CommentNode> treeOfPost(
            PostType type, CommentQuery query, TreeShape shape, Actor actor, String password) {
        var post = posts.requireReadable(type, query.filter().postId(), actor, password);
        return tree(query, shape, post, actor);
    }

    /** What readers see directly under a comment. Two statements. */
    @BoundedReads
    public Page<CommentView> replies(CommentQuery query, Actor actor, String password, String editToken) {
        var post = get(query.filter().aboveId(), actor, password, editToken).post();
        return views(comments.page(query, OptionalLong.empty()), post, actor);
    }

    /** As {@link #replies}, with what stands under each. One statement more. */
    @BoundedReads
    public Page<CommentNode> treeOfReplies(
            CommentQuery query, TreeShape shape, Actor actor, String password, String editToken) {
        var post = get(query.filter().aboveId(), actor, password, editToken).post();
        return tree(query, shape, post, actor);
    }

    /**
     * Across posts: approved comments for everybody, others for those who keep them. One statement.
     *
     * @throws CmsException for a caller who keeps none and asks for what only those may know
     */
    @BoundedReads
    public Page<CommentOnPost> search(CommentQuery query, Actor actor) {
        if (query.filter().isForKeepers()) {
            KeptComments.requireAny(actor);
        }
        return comments.search(query, actor)
                .map(row -> new CommentOnPost(
                        rights.view(
                                row.comment(),
                                rights.keeps(row.post(), actor),
                                row.comment().isWrittenBy(actor.userId()),
                                avatars.of(row.comment(), row.avatarUrl())),
                        row.post()));
    }

    /** How many comments of each status the caller keeps; for moderators they are ready. */
    public Map<CommentStatus, Long> counts(Actor actor) {
        KeptComments.requireAny(actor);
        return CommentRights.moderates(actor) ? tally.read() : comments.countKept(actor);
    }

    /**
     * A comment that is shown; or one that is not, for those who keep it and for its author.
     *
     * @param password what the caller sent for a protected post; null for nothing
     * @param editToken what its author was given; null for nothing
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, {@link ErrorCode#COMMENT_HIDDEN},
     *     {@link ErrorCode#POST_PASSWORD_REQUIRED} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public CommentOnPost get(long id, Actor actor, String password, String editToken) {
        var row = comments.read(id).orElseThrow(CommentRights::notFound);
        var own = rights.isAuthor(row.comment(), actor, editToken);
        var kept = rights.keeps(row.post(), actor);
        if (!kept) {
            requireVisible(row.comment(), row.post(), own, actor, password);
        }
        var picture = avatars.of(row.comment(), row.avatarUrl());
        return new CommentOnPost(rights.view(row.comment(), kept, own, picture), row.post());
    }

    private void requireVisible(Comment comment, Post post, boolean own, Actor actor, String password) {
        var shown = comment.isApproved() || (own && comment.status() != CommentStatus.TRASHED);
        if (!shown) {
            throw CommentRights.hidden();
        }
        try {
            posts.requireReadable(post, actor, password);
        } catch (CmsException e) {
            throw e.code() == ErrorCode.POST_HIDDEN ? CommentRights.hidden() : e;
        }
    }

    private Page<CommentNode> tree(CommentQuery query, TreeShape shape, Post post, Actor actor) {
        var top = comments.page(query, OptionalLong.empty());
        var ids = top.items().stream()
                .filter(comment -> comment.replyCount() > 0)
                .map(Comment::id)
                .toList();
        Map<Long, List<Comment>> below = ids.isEmpty() || shape.depth() == 1
                ? Map.of()
                : comments.below(ids, shape).stream().collect(Collectors.groupingBy(Comment::aboveId));
        var shown = new ArrayList<>(top.items());
        below.values().forEach(shown::addAll);
        var pictures = avatars.of(shown);
        var kept = rights.keeps(post, actor);
        return top.map(comment -> node(comment, 1, below, shape, each -> view(each, kept, pictures, actor)));
    }

    private CommentNode node(
            Comment comment,
            int level,
            Map<Long, List<Comment>> below,
            TreeShape shape,
            Function<Comment, CommentView> view) {
        if (level == shape.depth()) {
            return new CommentNode(view.apply(comment), null);
        }
        var query = new CommentQuery(
                CommentFilter.under(comment.id()), CommentSort.ID, false, PageRequest.first(shape.replies()));
        Page<Comment> replies = CommentSearchRepository.paginator(query)
                .page(below.getOrDefault(comment.id(), List.of()), Comment::id, comment::replyCount);
        return new CommentNode(view.apply(comment), replies.map(reply -> node(reply, level + 1, below, shape, view)));
    }

    private Page<CommentView> views(Page<Comment> page, Post post, Actor actor) {
        var kept = rights.keeps(post, actor);
        var pictures = avatars.of(page.items());
        return page.map(comment -> view(comment, kept, pictures, actor));
    }

    private CommentView view(Comment comment, boolean kept, Map<Long, String> pictures, Actor actor) {
        return rights.view(comment, kept, comment.isWrittenBy(actor.userId()), pictures.get(comment.id()));
    }
}
