package io.masthead.wp.v2;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentType;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostType;
import io.masthead.setting.SettingService;
import io.masthead.user.AvatarConfig;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Comments as WordPress shows them. What a list needs beside them is looked up for all at once. */
@Singleton
class CommentShapes {

    private final CommentQueries queries;
    private final Permalinks permalinks;
    private final SettingService settings;
    private final AvatarConfig avatars;

    CommentShapes(CommentQueries queries, Permalinks permalinks, SettingService settings, AvatarConfig avatars) {
        this.avatars = avatars;
        this.queries = queries;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    Map<String, Object> one(PostedComment comment, WpRequest request, String context) {
        return all(List.of(comment), request, () -> new Resource(CommentSchema.COMMENT, request, context))
                .get(0);
    }

    /** As it was, without the links that lead nowhere any more. */
    Map<String, Object> gone(PostedComment comment, WpRequest request) {
        var shape = new Shape(List.of(comment), request)
                .fields(comment, new Resource(CommentSchema.COMMENT, request, "edit"));
        return shape.build();
    }

    List<Map<String, Object>> list(List<PostedComment> comments, WpRequest request) {
        return all(comments, request, () -> new Resource(CommentSchema.COMMENT, request));
    }

    List<Map<String, Object>> embedded(List<PostedComment> comments, WpRequest request) {
        return all(comments, request, () -> Resource.embedded(CommentSchema.COMMENT));
    }

    private List<Map<String, Object>> all(
            List<PostedComment> comments, WpRequest request, Supplier<Resource> resource) {
        var shape = new Shape(comments, request);
        return comments.stream()
                .map(comment -> shape.of(comment, resource.get()))
                .toList();
    }

    /** Of all comments of one answer; what is not wanted is not looked up. */
    private final class Shape {

        private final List<PostedComment> comments;
        private final WpRequest request;
        private PermalinkBuilder addresses;
        private Set<Long> answered;

        private Shape(List<PostedComment> comments, WpRequest request) {
            this.comments = comments;
            this.request = request;
        }

        private Map<String, Object> of(PostedComment comment, Resource resource) {
            return fields(comment, resource).links(() -> links(comment)).build();
        }

        /** An imported comment shows the date that it was shown with. */
        private static String local(Comment comment, ZoneId zone) {
            var shown = comment.shownDate();
            return shown == null
                    ? WpDates.write(comment.createdAt(), zone)
                    : WpDates.write(shown.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        }

        private Resource fields(PostedComment posted, Resource resource) {
            var comment = posted.comment();
            var zone = settings.get().timeZone();
            resource.put("id", comment::id)
                    .put("post", comment::postId)
                    .put("parent", () -> orZero(comment.parentId()))
                    .put("author", () -> orZero(comment.userId()))
                    .put("author_name", () -> PlainWords.tagless(comment.authorName()))
                    .put("author_email", comment::authorEmail)
                    .put("author_url", comment::authorUrl)
                    .put("author_ip", comment::address)
                    .put("author_user_agent", () -> PlainWords.written(comment.userAgent()))
                    .put("date", () -> local(comment, zone))
                    .put("date_gmt", () -> WpDates.writeGmt(comment.createdAt()))
                    .put("content.rendered", comment::html)
                    .put("content.raw", comment::filteredSource)
                    .put("link", () -> addresses().comment(posted.post(), comment.id()))
                    .put("status", () -> CommentWords.statusOf(posted))
                    .put("type", () -> CommentWords.of(comment.type()));
            if (avatars.wordpress()) {
                resource.put("author_avatar_urls", () -> avatarsOf(posted));
            }
            return resource.put("meta", () -> Collections.singletonMap("_wp_note_status", null));
        }

        private Links links(PostedComment posted) {
            var comment = posted.comment();
            var links = new Links(request)
                    .self(Kind.COMMENT.of(comment.id()), CommentGate.allowed(posted))
                    .add("collection", Kind.COMMENT.route());
            if (comment.userId() != null) {
                links.embeddable("author", Kind.USER.of(comment.userId()));
            }
            var type = posted.post().type();
            links.embeddable(
                    "up",
                    (type == PostType.POST ? Kind.POST : Kind.PAGE)
                            .of(posted.post().id()),
                    Map.of("post_type", type.noun()));
            if (comment.parentId() != null) {
                links.embeddable("in-reply-to", Kind.COMMENT.of(comment.parentId()));
            }
            if (isAnswered(posted)) {
                links.embeddable("children", Kind.ANSWERS_TO_COMMENT.of(comment.id()));
            }
            return links;
        }

        private PermalinkBuilder addresses() {
            if (addresses == null) {
                addresses = permalinks.ofPosts(comments.stream()
                        .map(PostedComment::post)
                        .collect(Collectors.toMap(post -> post.id(), Function.identity(), (post, same) -> post))
                        .values());
            }
            return addresses;
        }

        private boolean isAnswered(PostedComment posted) {
            if (posted.answered() != null) {
                return posted.answered();
            }
            if (answered == null) {
                answered = queries.answered(
                        comments.stream()
                                .map(PostedComment::comment)
                                .map(Comment::id)
                                .toList(),
                        request.actor());
            }
            return answered.contains(posted.comment().id());
        }
    }

    private static Map<String, Object> avatarsOf(PostedComment posted) {
        return posted.comment().type() == CommentType.COMMENT
                ? Avatars.of(posted.chosenAvatarUrl(), posted.avatarEmail())
                : Avatars.none();
    }

    private static long orZero(Long id) {
        return id == null ? 0 : id;
    }
}
