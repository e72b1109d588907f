package io.masthead.post.access;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The posts and pages that a caller may change, as a condition for queries on what belongs to them. */
public final class EditablePosts {

    private EditablePosts() {}

    /**
     * @param filter receives the bound values
     * @param post the alias of the post
     * @return empty if the caller may change no posts
     */
    public static Optional<String> condition(Filter filter, String post, Actor actor) {
        var conditions = new ArrayList<String>();
        for (var type : PostType.values()) {
            of(type, true, filter, post, actor).ifPresent(conditions::add);
            of(type, false, filter, post, actor).ifPresent(conditions::add);
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" or ", conditions) + ")");
    }

    private static Optional<String> of(PostType type, boolean own, Filter filter, String post, Actor actor) {
        var statuses = Arrays.stream(PostStatus.values())
                .filter(status -> PostRights.mayEdit(type, status, own, actor))
                .toList();
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        var name = (own ? "own" : "any") + type.name().toLowerCase(Locale.ROOT);
        filter.bind(name + "type", type).bind(name, statuses);
        var condition = "%1$s.type = :%2$stype and coalesce(%1$s.statusBeforeTrash, %1$s.status) in :%2$s"
                .formatted(post, name);
        if (!own) {
            return Optional.of("(" + condition + ")");
        }
        filter.bind("editor", actor.userId());
        return Optional.of("(" + condition + " and " + post + ".author.id = :editor)");
    }
}
