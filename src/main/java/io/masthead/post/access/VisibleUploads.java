package io.masthead.post.access;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.post.PostType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The condition that a caller may see an upload: an upload is hidden with the post or page that it belongs to. */
public final class VisibleUploads {

    private VisibleUploads() {}

    /** Joins a media item {@code m} that is the featured one of the post {@code p}, if the caller may see it. */
    public static Filter featured(Actor actor) {
        var join = new Filter().and("m.id = p.featuredMediaId");
        restrict(join, "m.postId", actor);
        return join;
    }

    /** As {@link io.masthead.media.UploadVisibility#restrict}. */
    public static void restrict(Filter filter, String postId, Actor actor) {
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
