package io.masthead.wp.v2;

import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.Actor;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The comments on many posts, the answers to many comments, and many single ones, in a number of
 * statements that does not depend on how many.
 */
@Singleton
class CommentEmbeds implements EmbedSource {

    /** What a list of one post shows that nobody pages through. */
    private static final int MOST = 10;

    private static final Pattern TAIL = Pattern.compile("(\\?post=|\\?parent=|/)(\\d{1,18})");

    private final CommentQueries queries;
    private final CommentShapes shapes;

    CommentEmbeds(CommentQueries queries, CommentShapes shapes) {
        this.queries = queries;
        this.shapes = shapes;
    }

    @Override
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var wanted = new LinkedHashMap<String, Wanted>();
        hrefs.forEach(href -> wanted(href, request).ifPresent(one -> wanted.put(href, one)));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var actor = request.actor();
        var onPosts = queries.latestOn(ids(wanted, "?post="), ShownPosts.byId(request), MOST, actor);
        var answers = queries.latestAnswering(ids(wanted, "?parent="), MOST, actor);
        var singles = queries.find(ids(wanted, "/"), actor);
        var shaped = shaped(request, onPosts, answers, singles);
        var fetched = new HashMap<String, Object>();
        wanted.forEach((href, one) -> fetched.put(
                href,
                switch (one.kind()) {
                    case "?post=" -> list(onPosts.get(one.id()), shaped, actor);
                    case "?parent=" -> list(answers.get(one.id()), shaped, actor);
                    default -> single(singles.get(one.id()), shaped, actor);
                }));
        return fetched;
    }

    /**
     * @param kind what stands before the id
     */
    private record Wanted(String kind, long id) {}

    private static Optional<Wanted> wanted(String href, WpRequest request) {
        var root = request.url("wp/v2/comments");
        if (!href.startsWith(root)) {
            return Optional.empty();
        }
        var tail = TAIL.matcher(href.substring(root.length()));
        return tail.matches()
                ? Optional.of(new Wanted(tail.group(1), Long.parseLong(tail.group(2))))
                : Optional.empty();
    }

    private static List<Long> ids(Map<String, Wanted> wanted, String kind) {
        return wanted.values().stream()
                .filter(one -> one.kind().equals(kind))
                .map(Wanted::id)
                .distinct()
                .toList();
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
