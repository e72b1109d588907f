package io.masthead.wp.v2.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.post.PostView;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a post leads to, and what of it the caller may do. */
@Singleton
final class PostLinks {

    private final PostLookup lookup;

    PostLinks(PostLookup lookup) {
        this.lookup = lookup;
    }

    Links of(PostKind kind, PostView view, String context, WpRequest request) {
        var post = view.post();
        var self = kind.target(post.id());
        var links = new Links(request)
                .self(self, lookup.allowed(view, request.actor()))
                .add("collection", kind.route())
                .add("about", "wp/v2/types/" + kind.word())
                .embeddable("author", Kind.USER.of(post.author().id()))
                .embeddable("replies", Kind.COMMENTS_ON_POST.of(post.id()))
                .add("version-history", self.route() + "/revisions", Map.of("count", post.revisionCount()));
        if (post.latestRevisionId() != null) {
            links.add(
                    "predecessor-version",
                    self.route() + "/revisions/" + post.latestRevisionId(),
                    Map.of("id", post.latestRevisionId()));
        }
        if (post.parentId() != null) {
            links.embeddable("up", kind.target(post.parentId()));
        }
        if (post.featuredMediaId() != null) {
            links.embeddable("wp:featuredmedia", Kind.MEDIA.of(post.featuredMediaId()));
        }
        links.add("wp:attachment", "wp/v2/media?parent=" + post.id());
        if (kind.isPosts()) {
            links.embeddable("wp:term", Kind.CATEGORIES_OF_POST.of(post.id()), Map.of("taxonomy", "category"));
            links.embeddable("wp:term", Kind.TAGS_OF_POST.of(post.id()), Map.of("taxonomy", "post_tag"));
        }
        if (context.equals("edit")) {
            actions(kind, request.actor()).forEach(action -> links.add("wp:action-" + action, self.route()));
        }
        return links;
    }

    /** Nobody has unfiltered HTML here, so that action is never among them. */
    private static List<String> actions(PostKind kind, Actor actor) {
        var type = kind.type();
        var actions = new ArrayList<String>();
        if (actor.can(type.publish())) {
            actions.add("publish");
        }
        if (kind.isPosts() && actor.can(type.publish()) && actor.can(type.editOthers())) {
            actions.add("sticky");
        }
        if (actor.can(type.editOthers())) {
            actions.add("assign-author");
        }
        if (kind.isPosts()) {
            if (actor.can(Capability.MANAGE_CATEGORIES)) {
                actions.add("create-categories");
            }
            if (actor.can(type.edit())) {
                actions.addAll(List.of("assign-categories", "create-tags", "assign-tags"));
            }
        }
        return actions;
    }
}
