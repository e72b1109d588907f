package io.masthead.post;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.ContentChanged.StatusChange;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.post.event.PageDescendants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Publishes changes of posts and pages; {@code actorId} is null if no user made them. */
@ApplicationScoped
class PostEvents {

    private final Events events;
    private final PageDescendants descendants;

    PostEvents(Events events, PageDescendants descendants) {
        this.events = events;
        this.descendants = descendants;
    }

    void created(Post post, Long actorId) {
        publish(
                post,
                ChangeAction.CREATED,
                new StatusChange(null, word(post.status())),
                PostState.changedTags(PostState.NONE, PostState.of(post)),
                actorId);
    }

    void changed(Post post, PostState before, Long actorId) {
        changed(Map.of(post, before), actorId);
    }

    /** @param posts with what each of them was before; the statements do not grow with them */
    void changed(Map<Post, PostState> posts, Long actorId) {
        // The addresses of the pages below begin with that of the page.
        var below = descendants.of(posts.entrySet().stream()
                .filter(entry -> entry.getValue().hadOtherPathThan(entry.getKey()))
                .map(entry -> entry.getKey().id())
                .toList());
        posts.forEach((post, before) -> {
            var tags = PostState.changedTags(before, PostState.of(post));
            for (long id : below.getOrDefault(post.id(), List.of())) {
                tags.add(Tags.page(id));
                tags.add(Tags.commentsOn(id));
            }
            var status = before.status() == post.status()
                    ? null
                    : new StatusChange(word(before.status()), word(post.status()));
            publish(post, ChangeAction.UPDATED, status, tags, actorId);
        });
    }

    void deleted(Post post, Long actorId) {
        publish(
                post,
                ChangeAction.DELETED,
                new StatusChange(word(post.status()), null),
                PostState.changedTags(PostState.of(post), PostState.NONE),
                actorId);
    }

    /** A post that has not been loaded has another author now; the former one has been deleted. */
    void reassigned(PostType type, long id, long fromUserId, long toUserId, Long actorId) {
        publishUnread(
                type,
                id,
                Set.of(Tags.author(fromUserId), Tags.author(toUserId), Tags.user(toUserId), Tags.USERS),
                actorId);
    }

    /** A post that has not been loaded has lost a term. */
    void termRemoved(long id, Set<String> terms, Long actorId) {
        publishUnread(PostType.POST, id, terms, actorId);
    }

    private void publishUnread(PostType type, long id, Set<String> of, Long actorId) {
        var tags = own(type, id);
        tags.addAll(of);
        events.publish(new ContentChanged(subject(type), id, ChangeAction.UPDATED, 0, null, tags, actorId));
    }

    private void publish(Post post, ChangeAction action, StatusChange status, Set<String> tags, Long actorId) {
        events.publish(
                new ContentChanged(subject(post.type()), post.id(), action, post.version(), status, tags, actorId));
    }

    static Set<String> tags(Post post) {
        var tags = own(post.type(), post.id());
        tags.add(Tags.commentsOn(post.id()));
        tags.add(Tags.author(post.author().id()));
        tags.add(Tags.user(post.author().id()));
        for (var category : post.categories()) {
            tags.add(Tags.category(category.id()));
            tags.add(Tags.term(category.id()));
        }
        for (var tag : post.tags()) {
            tags.add(Tags.tag(tag.id()));
            tags.add(Tags.term(tag.id()));
        }
        return tags;
    }

    private static Set<String> own(PostType type, long id) {
        var tags = new TreeSet<String>();
        if (type == PostType.PAGE) {
            tags.add(Tags.page(id));
            tags.add(Tags.PAGES);
        } else {
            tags.add(Tags.post(id));
            tags.add(Tags.POSTS);
            tags.add(Tags.FEED);
            tags.add(Tags.ARCHIVES);
        }
        return tags;
    }

    private static Subject subject(PostType type) {
        return type == PostType.PAGE ? Subject.PAGE : Subject.POST;
    }

    private static String word(PostStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
