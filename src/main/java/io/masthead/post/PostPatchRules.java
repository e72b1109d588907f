package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.access.PostRights;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Validates patches of posts: the caller's rights and the values. */
@ApplicationScoped
public class PostPatchRules {

    public static final int MAX_TITLE = 500;
    public static final int MAX_SOURCE = 1_000_000;
    public static final int MAX_EXCERPT = 5_000;
    public static final int MAX_TEMPLATE = 100;
    public static final int MAX_PASSWORD = 255;
    public static final int MAX_TERMS = 100;
    public static final int MAX_MENU_ORDER = 1_000_000;

    private final PostRepository posts;
    private final PostMediaRepository postMedia;

    PostPatchRules(PostRepository posts, PostMediaRepository postMedia) {
        this.posts = posts;
        this.postMedia = postMedia;
    }

    /** Refuses changes that this caller may not make, whatever the values. */
    void checkRights(Post post, PostPatch changes, Actor actor) {
        var noun = post.type().noun();
        var status = changes.status().value();
        if (status != null
                && status != post.status()
                && status != PostStatus.TRASHED
                && !PostRights.maySetStatus(post.type(), status, actor)) {
            throw actor.refused("publish this " + noun);
        }
        var author = changes.authorId().value();
        if (author != null
                && !author.equals(post.author().id())
                && !actor.can(post.type().editOthers())) {
            throw actor.refused("write a " + noun + " under another name");
        }
        if (Boolean.TRUE.equals(changes.sticky().value())
                && !post.isSticky()
                && !actor.can(post.type().publish())) {
            throw actor.refused("make a " + noun + " sticky");
        }
    }

    /** Refuses invalid values, naming all of them. */
    void check(Post post, PostBody body, PostPatch changes, Actor actor, Instant now) {
        var violations = new Violations();
        checkText(changes, violations);
        checkStatus(post, body, changes, now, violations);
        checkLinks(post, changes, actor, violations);
        checkRest(post, changes, violations);
        violations.throwIfAny();
    }

    static void checkText(PostPatch changes, Violations violations) {
        if (violations.hasValue("title", changes.title())) {
            violations.text("title", changes.title().value(), MAX_TITLE);
        }
        if (violations.hasValue("content/source", changes.source())) {
            violations.text("content/source", changes.source().value(), MAX_SOURCE);
        }
        violations.hasValue("content/format", changes.contentFormat());
        violations.text("excerpt", changes.excerpt().value(), MAX_EXCERPT);
        violations.text("template", changes.template().value(), MAX_TEMPLATE);
        var slug = changes.slug().value();
        violations.require(
                slug == null || Slugs.isValid(slug), "slug", "invalid_slug", "'slug' must have " + Slugs.ALLOWED + ".");
        var password = changes.password().value();
        if (password != null) {
            violations.requiredText("password", password, MAX_PASSWORD);
        }
    }

    private static void checkStatus(Post post, PostBody body, PostPatch changes, Instant now, Violations violations) {
        violations.hasValue("status", changes.status());
        var status = changes.status().isSet() ? changes.status().value() : post.status();
        var publishedAt = changes.publishedAt().orKeep(post.publishedAt());
        if (status == null) {
            return;
        }
        if (changes.status().isSet() || changes.publishedAt().isSet()) {
            checkTime(changes, status, publishedAt, now, violations);
        }
        var isOut = status == PostStatus.PUBLISHED || status == PostStatus.SCHEDULED;
        if (isOut && post.isPublished() && changes.publishedAt().isSet()) {
            violations.hasValue("publishedAt", changes.publishedAt());
        }
        var says = changes.status().isSet()
                || changes.title().isSet()
                || changes.source().isSet();
        if (isOut && says) {
            var title = changes.title().isSet() ? changes.title().value() : post.title();
            var source = changes.source().isSet() ? changes.source().value() : body.source();
            violations.require(
                    title == null || source == null || !title.isBlank() || !source.isBlank(),
                    "title",
                    "required",
                    "A published post or page needs a title or a text.");
        }
    }

    private static void checkTime(
            PostPatch changes, PostStatus status, Instant publishedAt, Instant now, Violations violations) {
        switch (status) {
            case TRASHED ->
                violations.require(
                        !changes.status().isSet(),
                        "status",
                        "not_settable",
                        "'status' cannot be set to 'trashed'; use DELETE to move it to the" + " trash.");
            case SCHEDULED ->
                violations.require(
                        publishedAt != null && publishedAt.isAfter(now),
                        "publishedAt",
                        "not_in_future",
                        "A scheduled post needs a 'publishedAt' in the future.");
            case PUBLISHED ->
                violations.require(
                        publishedAt == null || !publishedAt.isAfter(now),
                        "publishedAt",
                        "in_future",
                        "'publishedAt' is in the future; set 'status' to 'scheduled' for" + " that.");
            case DRAFT, PENDING, PRIVATE -> {}
        }
    }

    private void checkLinks(Post post, PostPatch changes, Actor actor, Violations violations) {
        violations.hasValue("authorId", changes.authorId());
        var media = changes.featuredMediaId().value();
        violations.require(
                media == null || media.equals(post.featuredMediaId()) || postMedia.existsForGood(media, actor),
                "featuredMediaId",
                "unknown",
                "There is no media with this id.");
        checkTermIds("categoryIds", changes.categoryIds(), violations);
        checkTermIds("tagIds", changes.tagIds(), violations);
        var parent = changes.parentId().value();
        if (parent != null && !parent.equals(post.parentId())) {
            var found = posts.lock(PostType.PAGE, parent);
            violations.require(
                    found.isPresent() && !found.get().isTrashed(),
                    "parentId",
                    "unknown",
                    "There is no page with this id.");
            violations.require(
                    !parent.equals(post.id()) && !posts.ancestors(parent).contains(post.id()),
                    "parentId",
                    "cycle",
                    "The parent of a page cannot be the page itself or a page below it.");
        }
    }

    private static void checkTermIds(String field, Patch<List<Long>> ids, Violations violations) {
        if (violations.hasValue(field, ids)) {
            violations.require(
                    ids.value().size() <= MAX_TERMS,
                    field,
                    "too_many",
                    "'" + field + "' may name at most " + MAX_TERMS + ".");
        }
    }

    private static void checkRest(Post post, PostPatch changes, Violations violations) {
        violations.hasValue("commentsOpen", changes.commentsOpen());
        violations.hasValue("pingsOpen", changes.pingsOpen());
        violations.hasValue("sticky", changes.sticky());
        violations.hasValue("format", changes.format());
        if (violations.hasValue("menuOrder", changes.menuOrder())) {
            violations.require(
                    Math.abs((long) changes.menuOrder().value()) <= MAX_MENU_ORDER,
                    "menuOrder",
                    "out_of_range",
                    "'menuOrder' must be between -" + MAX_MENU_ORDER + " and " + MAX_MENU_ORDER + ".");
        }
        var sticky = Boolean.TRUE.equals(changes.sticky().orKeep(post.isSticky()));
        violations.require(
                (!changes.sticky().isSet() && !changes.password().isSet())
                        || !sticky
                        || changes.password().orKeep(post.password()) == null,
                "sticky",
                "sticky_and_protected",
                "A post cannot be both sticky and protected by a password.");
        changes.customFields()
                .ifSet(patch -> CustomFields.check(CustomFields.merge(post.customFields(), patch), violations));
    }
}
