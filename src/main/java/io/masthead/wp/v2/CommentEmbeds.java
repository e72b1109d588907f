package io.masthead.wp.v2;

import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.Actor;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comments on many posts, the answers to many comments, and many single ones, in a number of
 * statements that does not depend on how many.
 */
@Singleton
class CommentEmbeds implements EmbedSource {

    /** What a list of one post shows that nobody pages through. */
    private static final int MOST = 10;

    private final CommentQueries queries;
    private final CommentShapes shapes;

    CommentEmbeds(CommentQueries queries, CommentShapes shapes) {
        this.queries = queries;
        this.shapes = shapes;
    }

    @Override
    public Map<Target, Object> fetch(Set<Target> targets, WpRequest request) {
        var fetched = new HashMap<Target, Object>();
        var postIds = Target.ids(targets, Kind.COMMENTS_ON_POST);
        var parentIds = Target.ids(targets, Kind.ANSWERS_TO_COMMENT);
        var ids = Target.ids(targets, Kind.COMMENT);
        if (postIds.isEmpty() && parentIds.isEmpty() && ids.isEmpty()) {
            return fetched;
        }
        var actor = request.actor();
        var onPosts = queries.latestOn(postIds, ShownPosts.byId(request), MOST, actor);
        var answers = queries.latestAnswering(parentIds, MOST, actor);
        var singles = queries.find(ids, actor);
        var shaped = shaped(request, onPosts, answers, singles);
        postIds.forEach(id -> fetched.put(Kind.COMMENTS_ON_POST.of(id), list(onPosts.get(id), shaped, actor)));
        parentIds.forEach(id -> fetched.put(Kind.ANSWERS_TO_COMMENT.of(id), list(answers.get(id), shaped, actor)));
        ids.forEach(id -> fetched.put(Kind.COMMENT.of(id), single(singles.get(id), shaped, actor)));
        return fetched;
    }

    private Map<Long, Map<String, Object>> shaped(
            WpRequest request,
            Map<Long, List<PostedComment>> onPosts,
            Map<Long, List<PostedComment>> answers,
            Map<Long, PostedComment> singles) {
        var all = new LinkedHashMap<Long, PostedComment>();
        onPosts.values()
                .forEach(some -> some.forEach(one -> all.put(one.comment().id(), one)));
        answers.values()
                .forEach(some -> some.forEach(one -> all.put(one.comment().id(), one)));
        all.putAll(singles);
        var shapesOfAll = shapes.embedded(List.copyOf(all.values()), request);
        var shaped = new HashMap<Long, Map<String, Object>>();
        var ids = new ArrayList<>(all.keySet());
        for (int i = 0; i < ids.size(); i++) {
            shaped.put(ids.get(i), shapesOfAll.get(i));
        }
        return shaped;
    }

    /**
     * @param comments null where the caller may not read the post
     */
    private static Object list(List<PostedComment> comments, Map<Long, Map<String, Object>> shaped, Actor actor) {
        return comments == null
                ? refusal(CommentGate.postUnreadable(actor))
                : comments.stream().map(one -> shaped.get(one.comment().id())).toList();
    }

    /**
     * @param comment null where there is none
     */
    private static Object single(PostedComment comment, Map<Long, Map<String, Object>> shaped, Actor actor) {
        if (comment == null) {
            return refusal(WpErrors.notFound("rest_comment_invalid_id", "Invalid comment ID."));
        }
        return comment.readable() ? shaped.get(comment.comment().id()) : refusal(CommentGate.unreadable(actor));
    }

    private static Object refusal(WpException refusal) {
        return refusal.error().toJson();
    }
}
