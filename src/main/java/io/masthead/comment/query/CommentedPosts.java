package io.masthead.comment.query;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.post.PostDetails;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.search.LocatedPost;
import io.masthead.post.search.PostParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads a post or page together with the comments on it, in one transaction: all that its page shows. */
@ApplicationScoped
@Transactional
public class CommentedPosts {

    private final PostQueries posts;
    private final CommentQueries comments;

    CommentedPosts(PostQueries posts, CommentQueries comments) {
        this.posts = posts;
        this.comments = comments;
    }

    /**
     * At most three statements for the comments.
     *
     * @param parts what to read beside the post
     * @param withComments whether to read the first page of threads, in the default order
     * @throws CmsException as {@link PostQueries#get(PostType, long, Actor, String, PostParts)}
     */
    public CommentedPost get(
            PostType type, long id, Actor actor, String password, PostParts parts, boolean withComments) {
        return with(posts.get(type, id, actor, password, parts), withComments, actor);
    }

    /** As {@link #get}, by address; a post that was found by a former one comes without its comments. */
    public Located getByPath(
            PostType type, List<String> path, Actor actor, String password, PostParts parts, boolean withComments) {
        var found = posts.getByPath(type, path, actor, password, parts);
        return new Located(found, with(found.details(), withComments && found.current(), actor));
    }

    private CommentedPost with(PostDetails details, boolean withComments, Actor actor) {
        var view = details.view();
        // As for the list of comments: without the password of a protected post there are none to read.
        return new CommentedPost(
                details, withComments && view.readable() ? comments.threadsOn(view.post(), actor) : null);
    }

    /** A post that was found by an address, with the comments on it. */
    public record Located(LocatedPost address, CommentedPost post) {}
}
