package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Patch;
import io.masthead.post.patch.PostPatch;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Adjusts patches from WordPress clients so that they satisfy the rules of posts: unknown terms and media are
 * ignored, a parent below the page itself is dropped, and the date decides whether a post is published or
 * scheduled.
 */
@ApplicationScoped
class PatchFitter {

    /** @param titleHtml the title as inline HTML; null if it has no markup */
    record FittedPatch(PostPatch changes, Patch<String> titleHtml) {}

    private final PostRepository posts;
    private final PostMediaRepository media;
    private final TermService terms;
    private final Clock clock;

    PatchFitter(PostRepository posts, PostMediaRepository media, TermService terms, Clock clock) {
        this.posts = posts;
        this.media = media;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param post null for a new post
     * @return a patch whose slug may be taken; it then gets a number
     */
    FittedPatch fit(Post post, PostPatch wanted, Actor actor) {
        var title = wanted.title().value();
        var hasMarkup = title != null && (title.indexOf('<') >= 0 || title.indexOf('&') >= 0);
        var html = hasMarkup ? PostEditor.cleanInline("title", title) : null;
        var parent = wanted.parentId().map(id -> isValidParent(post, id) ? id : null);
        var changes = wanted.toBuilder()
                .title(html == null ? wanted.title() : Patch.to(PlainText.of(html)))
                .slug(slug(post, wanted.slug()))
                .status(status(post, wanted))
                .publishedAt(publishedAt(post, wanted))
                .featuredMediaId(wanted.featuredMediaId().map(id -> mediaExists(post, id, actor) ? id : null))
                .categoryIds(wanted.categoryIds().map(ids -> terms.existing(TermKind.CATEGORY, ids)))
                .tagIds(wanted.tagIds().map(ids -> terms.existing(TermKind.TAG, ids)))
                .parentId(parent)
                .build();
        return new FittedPatch(changes, wanted.title().isSet() ? Patch.to(html) : Patch.absent());
    }

    private boolean mediaExists(Post post, Long mediaId, Actor actor) {
        return (post != null && mediaId.equals(post.featuredMediaId())) || media.exists(mediaId, actor);
    }

    private boolean isValidParent(Post post, Long parentId) {
        return post == null
                || (!parentId.equals(post.id()) && !posts.ancestors(parentId).contains(post.id()));
    }

    /** A trashed post keeps its slug until it is restored. */
    private static Patch<String> slug(Post post, Patch<String> wanted) {
        if (!wanted.isSet() || (post != null && post.isTrashed())) {
            return Patch.absent();
        }
        var slug = wanted.value() == null ? "" : Slugs.ofSent(wanted.value(), post == null ? null : post.slug());
        if (slug.isEmpty()) {
            return post == null ? Patch.absent() : Patch.to(null);
        }
        return Patch.to(slug);
    }

    private Patch<PostStatus> status(Post post, PostPatch wanted) {
        var former = post == null ? PostStatus.DRAFT : post.status();
        var status = wanted.status().orKeep(former);
        if (status == PostStatus.PUBLISHED || status == PostStatus.SCHEDULED) {
            var date = publishedAt(post, wanted).orKeep(formerDate(post));
            var waits = date != null && date.isAfter(clock.instant());
            status = waits ? PostStatus.SCHEDULED : PostStatus.PUBLISHED;
        }
        return wanted.status().isSet() || status != former ? Patch.to(status) : Patch.absent();
    }

    /** Null clears the date of an unpublished post, and means now for a published one. */
    private Patch<Instant> publishedAt(Post post, PostPatch wanted) {
        var status = wanted.status().orKeep(post == null ? PostStatus.DRAFT : post.status());
        var floats = status == PostStatus.DRAFT || status == PostStatus.PENDING;
        var date = wanted.publishedAt().orKeep(formerDate(post));
        if (date == null && !floats && status != PostStatus.TRASHED) {
            return Patch.to(clock.instant());
        }
        return Objects.equals(date, formerDate(post)) ? Patch.absent() : Patch.to(date);
    }

    private static Instant formerDate(Post post) {
        return post == null ? null : post.publishedAt();
    }
}
