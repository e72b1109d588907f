package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentAvatars;
import io.masthead.comment.CommentCounters;
import io.masthead.comment.CommentPolicy;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.CommentView;
import io.masthead.comment.query.CommentListRepository.Group;
import io.masthead.comment.query.CommentListRepository.Row;
import io.masthead.comment.thread.CommentNode;
import io.masthead.comment.thread.ThreadRepository;
import io.masthead.comment.thread.TreeShape;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.post.PostType;
import io.masthead.post.event.PostTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the comments that the caller may see: users who may change a post see all comments on it. */
@ApplicationScoped
@Transactional
public class CommentQueries {

    private final CommentListRepository comments;
    private final ThreadRepository threads;
    private final CommentCounters counters;
    private final CommentPolicy policy;
    private final CommentAvatars avatars;
    private final PostAccess posts;
    private final ReadTags reads;

    CommentQueries(
            CommentListRepository comments,
            ThreadRepository threads,
            CommentCounters counters,
            CommentPolicy policy,
            CommentAvatars avatars,
            PostAccess posts,
            ReadTags reads) {
        this.comments = comments;
        this.threads = threads;
        this.counters = counters;
        this.policy = policy;
        this.avatars = avatars;
        this.posts = posts;
        this.reads = reads;
    }

    /**
     * Across posts. One statement, and another one if a total is wanted that the page does not reveal.
     *
     * @throws CmsException for a caller who may moderate no comments and requests what only moderators may see
     */
    @BoundedReads
    public Page<PostedComment> search(CommentQuery query, Actor actor) {
        if (query.filter().isForModerators()) {
            CommentPolicy.requireAnyModeration(actor);
        }
        var filter = query.filter();
        var on = filter.place().postIds();
        reads.add(on.stream().map(Tags::commentsOn).toList());
        // What a search finds can change without a change of any comment.
        if (on.isEmpty() || filter.search() != null || filter.phrase() != null) {
            reads.add(Tags.COMMENTS);
        }
        return comments.search(query, actor).map(row -> posted(row, actor, false));
    }

    /** The ids of comments that the caller may moderate and that have another status, latest first. */
    public List<Long> idsWithOtherStatus(CommentFilter filter, CommentStatus status, int limit, Actor actor) {
        return comments.others(filter, status, limit, actor);
    }

    /**
     * The visible comments on a post. Two statements, and another one if users wrote some of them; the post
     * knows the total of comments.
     *
     * @param password the password sent for a protected post; null if none
     * @throws CmsException as {@link PostAccess#requireReadable}
     */
    @BoundedReads
    public CommentsOnPost<CommentView> ofPost(PostType type, CommentQuery query, Actor actor, String password) {
        var filter = query.filter();
        var post = readable(type, filter.place().onlyPostId(), actor, password);
        var known = filter.types().equals(List.of(CommentType.COMMENT))
                        && !filter.place().topLevel()
                ? OptionalLong.of(post.commentCount())
                : OptionalLong.empty();
        return new CommentsOnPost<>(post, views(comments.inThread(query, known), post, actor));
    }

    /** As {@link #ofPost}, for the top of the threads with their replies. One more statement. */
    @BoundedReads
    public CommentsOnPost<CommentNode> treeOfPost(
            PostType type, CommentQuery query, TreeShape shape, Actor actor, String password) {
        var post = readable(type, query.filter().place().onlyPostId(), actor, password);
        return new CommentsOnPost<>(post, tree(query, shape, post, actor));
    }

    /**
     * The first page of threads on a post that the caller may read, in the order and shape that lists have by
     * default. At most three statements.
     */
    Page<CommentNode> threadsOn(Post post, Actor actor) {
        reads.add(Tags.commentsOn(post.id()));
        return tree(CommentQuery.threadsOn(post.id()), TreeShape.DEFAULT, post, actor);
    }

    private Post readable(PostType type, long id, Actor actor, String password) {
        reads.add(Tags.commentsOn(id));
        return posts.requireReadable(type, id, actor, password);
    }

    /** The visible comments directly under a comment. Two statements. */
    @BoundedReads
    public CommentsOnPost<CommentView> replies(CommentQuery query, Actor actor, String password, String editToken) {
        var post = get(query.filter().place().aboveId(), actor, password, editToken)
                .post();
        return new CommentsOnPost<>(post, views(comments.inThread(query, OptionalLong.empty()), post, actor));
    }

    /** As {@link #replies}, with the replies to each. One more statement. */
    @BoundedReads
    public CommentsOnPost<CommentNode> treeOfReplies(
            CommentQuery query, TreeShape shape, Actor actor, String password, String editToken) {
        var post = get(query.filter().place().aboveId(), actor, password, editToken)
                .post();
        return new CommentsOnPost<>(post, tree(query, shape, post, actor));
    }

    /**
     * The numbers of comments that the caller may moderate, by status; those of all comments are precomputed.
     */
    public Map<CommentStatus, Long> counts(Actor actor) {
        CommentPolicy.requireAnyModeration(actor);
        return CommentPolicy.moderatesAll(actor) ? counters.read() : comments.countModerated(actor);
    }

    /**
     * A visible comment, or any comment for its author and for callers who may moderate it. One statement.
     *
     * @param password the password sent for a protected post; null if none
     * @param editToken the token of a guest; null if none
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, {@link ErrorCode#COMMENT_HIDDEN}, {@link
     *     ErrorCode#POST_PASSWORD_REQUIRED} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public PostedComment get(long id, Actor actor, String password, String editToken) {
        var row = comments.read(List.of(id)).stream().findFirst().orElseThrow(CommentPolicy::notFound);
        var posted = posted(row, actor, policy.isAuthor(row.comment(), actor, editToken));
        if (!posted.isModerated()) {
            requireVisible(posted, actor, password);
        }
        return posted;
    }

    /** The comments that the caller may see, by id. One statement. */
    public Map<Long, PostedComment> find(Collection<Long> ids, Actor actor) {
        return comments.read(ids).stream()
                .map(row -> posted(row, actor, false))
                .collect(Collectors.toMap(row -> row.comment().id(), row -> row));
    }

    /** The comments that have a reply that the caller may see. One statement. */
    public Set<Long> answered(Collection<Long> ids, Actor actor) {
        reads.add(ids.stream().map(Tags::comment).toList());
        return comments.answered(ids, actor);
    }

    /**
     * The latest visible comments on each of these posts. One statement, or none if the posts have no comments
     * that a guest sees, and another one if some posts are not known.
     *
     * @param known posts that have already been read, by id
     * @param most the maximum for each
     * @return by post; posts that the caller may not read are absent
     */
    public Map<Long, List<PostedComment>> latestOn(
            Collection<Long> postIds, Map<Long, Post> known, int most, Actor actor) {
        reads.add(postIds.stream().map(Tags::commentsOn).toList());
        var all = new HashMap<>(known);
        all.putAll(read(postIds.stream().filter(id -> !known.containsKey(id)).toList()));
        // What does not exist has no comments.
        var ids = postIds.stream()
                .distinct()
                .filter(id -> !all.containsKey(id) || posts.isReadable(all.get(id), actor))
                .toList();
        // A guest sees what is counted.
        var commented = actor.isAnonymous()
                ? ids.stream()
                        .filter(id -> !all.containsKey(id) || all.get(id).commentCount() > 0)
                        .toList()
                : ids;
        return latest(Group.POST, ids, commented, most, all, actor);
    }

    /** As {@link #latestOn}, for the replies to each of these comments. Two statements. */
    public Map<Long, List<PostedComment>> latestAnswering(Collection<Long> commentIds, int most, Actor actor) {
        return latest(Group.PARENT, commentIds, commentIds, most, Map.of(), actor);
    }

    /** @param commented those of the ids that may have any */
    private Map<Long, List<PostedComment>> latest(
            Group group,
            Collection<Long> ids,
            Collection<Long> commented,
            int most,
            Map<Long, Post> known,
            Actor actor) {
        var latest = new HashMap<Long, List<PostedComment>>();
        ids.forEach(id -> latest.put(id, List.of()));
        comments.latest(group, commented, most, known, actor)
                .forEach((id, rows) -> latest.put(
                        id, rows.stream().map(row -> posted(row, actor, false)).toList()));
        return latest;
    }

    /** The posts that exist and that the caller may not read. One statement. */
    public Set<Long> unreadable(Collection<Long> postIds, Actor actor) {
        return read(postIds).values().stream()
                .filter(post -> !posts.isReadable(post, actor))
                .map(Post::id)
                .collect(Collectors.toSet());
    }

    private Map<Long, Post> read(Collection<Long> postIds) {
        postIds.forEach(id -> reads.add(Tags.post(id), Tags.page(id)));
        return posts.find(postIds);
    }

    /**
     * Checks the password for the comments of a protected post.
     *
     * @throws CmsException {@link ErrorCode#POST_HIDDEN} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public void unlock(long postId, Actor actor, String password) {
        var post = posts.find(List.of(postId)).get(postId);
        if (post != null) {
            posts.requireReadable(post, actor, password);
        }
    }

    private void requireVisible(PostedComment posted, Actor actor, String password) {
        var comment = posted.comment();
        var own = posted.view().own();
        var shown = comment.isApproved() || (own && comment.status() != CommentStatus.TRASHED);
        if (!shown) {
            throw CommentPolicy.hidden();
        }
        try {
            posts.requireReadable(posted.post(), actor, password);
        } catch (CmsException e) {
            throw e.code() == ErrorCode.POST_HIDDEN ? CommentPolicy.hidden() : e;
        }
    }

    private Page<CommentNode> tree(CommentQuery query, TreeShape shape, Post post, Actor actor) {
        var top = comments.inThread(query, OptionalLong.empty());
        var ids = top.items().stream()
                .filter(comment -> comment.replyCount() > 0)
                .map(Comment::id)
                .toList();
        Map<Long, List<Comment>> below = ids.isEmpty() || shape.depth() == 1
                ? Map.of()
                : threads.below(ids, shape).stream().collect(Collectors.groupingBy(Comment::aboveId));
        var shown = new ArrayList<>(top.items());
        below.values().forEach(shown::addAll);
        var pictures = avatars.of(shown);
        var moderated = policy.mayModerate(post, actor);
        return top.map(new CommentTree(below, shape, comment -> view(comment, moderated, pictures, actor))::node);
    }

    private Page<CommentView> views(Page<Comment> page, Post post, Actor actor) {
        var moderated = policy.mayModerate(post, actor);
        var pictures = avatars.of(page.items());
        return page.map(comment -> view(comment, moderated, pictures, actor));
    }

    private CommentView view(Comment comment, boolean moderated, Map<Long, String> pictures, Actor actor) {
        recordRead(comment);
        return policy.view(comment, moderated, comment.isWrittenBy(actor.userId()), pictures.get(comment.id()));
    }

    /** @param proven whether the caller has proved to be the author */
    private PostedComment posted(Row row, Actor actor, boolean proven) {
        var comment = row.comment();
        recordRead(comment);
        reads.add(PostTags.of(row.post().type(), row.post().id()));
        var moderated = policy.mayModerate(row.post(), actor);
        var own = proven || comment.isWrittenBy(actor.userId());
        return new PostedComment(
                policy.view(comment, moderated, own, avatars.of(comment, row.avatarUrl())),
                row.post(),
                row.avatarUrl().isEmpty() ? null : row.avatarUrl(),
                row.email(),
                row.answered(),
                policy.isReadable(comment, row.post(), own, actor));
    }

    /** With the comments on its post, since its replies decide how it is shown. */
    private void recordRead(Comment comment) {
        reads.add(Tags.comment(comment.id()), Tags.commentsOn(comment.postId()));
        if (comment.userId() != null) {
            reads.add(Tags.user(comment.userId()));
        }
    }
}
