package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Scope;
import io.masthead.media.UploadVisibility;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.PostVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells media, which does not depend on posts, whose uploads a caller may see. */
@ApplicationScoped
class PostUploads implements UploadVisibility {

    private final PostRepository posts;

    PostUploads(PostRepository posts) {
        this.posts = posts;
    }

    @Override
    public void requireEditable(long postId, Actor actor) {
        actor.require(Scope.CONTENT_WRITE);
        // The message does not tell a missing post from one of another author.
        if (posts.withAuthor(postId)
                .filter(post -> PostRights.mayEdit(post, actor))
                .isEmpty()) {
            throw CmsException.field(
                    "postId", "unknown", "There is no post or page with the id " + postId + " that you may change.");
        }
    }

    @Override
    public void restrict(Filter filter, String postId, Actor actor) {
        excludeHidden(filter, postId, actor);
    }

    /** Joins a media item {@code m} that is the featured one of the post {@code p}, if the caller may see it. */
    static Filter featured(Actor actor) {
        var join = new Filter().and("m.id = p.featuredMediaId");
        excludeHidden(join, "m.postId", actor);
        return join;
    }

    /** As {@link UploadVisibility#restrict}. */
    static void excludeHidden(Filter filter, String postId, Actor actor) {
        var visible = Arrays.stream(PostType.values())
                .map(type -> ofType(filter, type, actor))
                .collect(Collectors.joining(" or "));
        filter.and(
                "not exists (select 1 from Post holder where holder.id = %s and not (%s))".formatted(postId, visible));
    }

    private static String ofType(Filter filter, PostType type, Actor actor) {
        var visibility = PostVisibility.of(type, actor);
        var name = type.noun();
        var condition = "holder.type = :%1$sType and (holder.status in :%1$sStatuses".formatted(name);
        filter.bind(name + "Type", type).bind(name + "Statuses", visibility.openStatuses());
        if (visibility.seesOwn()) {
            condition += " or holder.author.id = :" + name + "Author";
            filter.bind(name + "Author", actor.userId());
        }
        return condition + ")";
    }
}
