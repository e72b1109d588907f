package io.masthead.wp.v2.post;

import io.masthead.kernel.Patch;
import io.masthead.post.PostStatus;
import io.masthead.post.PostView;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.ContentFormat;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Says to the core what a request wants of a post, and refuses what only WordPress refuses. */
final class PostInput {

    private final PostKind kind;
    private final WpRequest request;
    private final ZoneId zone;
    private final PostView former;

    /**
     * @param zone of dates without an offset
     * @param former what the post is; null for one that is to be
     */
    PostInput(PostKind kind, WpRequest request, ZoneId zone, PostView former) {
        this.kind = kind;
        this.request = request;
        this.zone = zone;
        this.former = former;
    }

    /**
     * Where several are to be refused, the first in WordPress' order is.
     *
     * @throws WpException for what is not taken together, or needs a right of its own
     */
    PostPatch read() {
        var status = status();
        refuseStickyWithPassword();
        PostTemplates.check(kind.type(), request, former);
        var source = request.written("content");
        var changes = PostPatch.builder()
                .title(request.written("title"))
                .slug(request.has("slug") ? Patch.to(request.text("slug")) : Patch.absent())
                .source(former == null ? Patch.to(orEmpty(source)) : source)
                .contentFormat(former == null || source.isSet() ? Patch.to(ContentFormat.WORDPRESS) : Patch.absent())
                .excerpt(request.written("excerpt").map(text -> text.isEmpty() ? null : text))
                .status(status)
                .password(request.has("password") ? Patch.to(password()) : Patch.absent())
                .publishedAt(date())
                .authorId(author())
                .featuredMediaId(request.has("featured_media") ? Patch.to(id("featured_media")) : Patch.absent())
                .commentsOpen(openOrClosed("comment_status"))
                .pingsOpen(openOrClosed("ping_status"))
                .sticky(kind.isPosts() && request.has("sticky") ? Patch.to(request.isOn("sticky")) : Patch.absent())
                .format(
                        kind.isPosts() && request.has("format")
                                ? Patch.to(PostWords.format(request.text("format")))
                                : Patch.absent())
                .template(request.has("template") ? Patch.to(request.text("template")) : Patch.absent())
                .categoryIds(terms("categories"))
                .tagIds(terms("tags"))
                .customFields(PostFields.read(request, former == null ? null : former.post()))
                .parentId(parent())
                .menuOrder(menuOrder())
                .build();
        refuseEmpty(changes);
        return changes;
    }

    private Patch<PostStatus> status() {
        var word = request.text("status");
        if (word == null) {
            return former == null ? Patch.to(PostStatus.DRAFT) : Patch.absent();
        }
        var status = PostWords.status(word).orElseThrow();
        if (former != null && former.post().status() == status) {
            return Patch.to(status);
        }
        var needsRight = status != PostStatus.DRAFT && status != PostStatus.PENDING;
        if (needsRight && !request.actor().can(kind.type().publish())) {
            throw new WpException(
                    403,
                    "rest_cannot_publish",
                    status == PostStatus.PRIVATE
                            ? "Sorry, you are not allowed to create private posts in this post" + " type."
                            : "Sorry, you are not allowed to publish posts in this post type.");
        }
        return Patch.to(status);
    }

    private void refuseStickyWithPassword() {
        if (!kind.isPosts()) {
            return;
        }
        if (password() != null && request.isOn("sticky")) {
            throw invalidField("A post can not be sticky and have a password.");
        }
        if (password() != null && former != null && former.post().isSticky() && stays("sticky")) {
            throw invalidField("A sticky post can not be password protected.");
        }
        if (request.isOn("sticky") && former != null && former.post().isProtected() && stays("password")) {
            throw invalidField("A password protected post can not be set to sticky.");
        }
    }

    private boolean stays(String name) {
        return !request.has(name);
    }

    private static WpException invalidField(String message) {
        return new WpException(400, "rest_invalid_field", message);
    }

    private static String orEmpty(Patch<String> change) {
        return change.isSet() ? change.value() : "";
    }

    private String password() {
        var password = request.text("password");
        return password == null || password.isEmpty() ? null : password;
    }

    /** The time of the site wins over UTC; null asks for no date. */
    private Patch<Instant> date() {
        if (request.has("date")) {
            return Patch.to(instant("date", zone));
        }
        return request.has("date_gmt") ? Patch.to(instant("date_gmt", ZoneOffset.UTC)) : Patch.absent();
    }

    private Instant instant(String name, ZoneId of) {
        var text = request.text(name);
        return text == null ? null : WpDates.parse(text, of);
    }

    private Patch<Long> author() {
        var id = request.number("author");
        return id == null || id == 0 ? Patch.absent() : Patch.to(id);
    }

    /** Null for 0. */
    private Long id(String name) {
        var id = request.number(name);
        return id == null || id == 0 ? null : id;
    }

    private Patch<Boolean> openOrClosed(String name) {
        var word = request.text(name);
        return word == null ? Patch.absent() : Patch.to(word.equals("open"));
    }

    private Patch<List<Long>> terms(String name) {
        return kind.isPosts() && request.has(name) ? Patch.to(request.ids(name)) : Patch.absent();
    }

    private Patch<Long> parent() {
        return !kind.isPosts() && request.has("parent") ? Patch.to(id("parent")) : Patch.absent();
    }

    private Patch<Integer> menuOrder() {
        if (kind.isPosts() || !request.has("menu_order")) {
            return Patch.absent();
        }
        long order = request.number("menu_order");
        if (order != (int) order) {
            throw WpException.parameter(
                    "menu_order",
                    new ParameterFault(
                            "rest_out_of_bounds",
                            "menu_order must be between %d (inclusive) and %d (inclusive)"
                                    .formatted(Integer.MIN_VALUE, Integer.MAX_VALUE),
                            null));
        }
        return Patch.to((int) order);
    }

    private void refuseEmpty(PostPatch changes) {
        var says = changes.title().isSet()
                || changes.source().isSet()
                || changes.excerpt().isSet();
        if (former != null && !says) {
            return;
        }
        var title = changes.title().orKeep(former == null ? "" : former.post().title());
        var text = changes.source().orKeep(former == null ? "" : former.body().source());
        var excerpt =
                changes.excerpt().orKeep(former == null ? null : former.post().excerptSource());
        if (title.isEmpty() && text.isEmpty() && excerpt == null) {
            throw new WpException(400, "empty_content", "Content, title, and excerpt are empty.");
        }
    }
}
