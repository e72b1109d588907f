package io.masthead.post;

import io.masthead.kernel.Change;
import io.masthead.slug.SlugRegistry;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes of changes as WordPress' clients send them such as the rules of a post let pass: a slug in
 * use gets a number, unknown terms and media count as not named, a parent below the page itself is
 * none, and whether a post is out or waits for its time follows from its date.
 */
@ApplicationScoped
class LenientChanges {

    private static final int MAX_NUMBER = 1_000;

    /**
     * @param titleHtml the title as inline HTML; null where it has no markup
     */
    record Fitted(PostChanges changes, String titleHtml) {}

    private final PostRepository posts;
    private final TermService terms;
    private final SlugRegistry slugs;
    private final Clock clock;

    LenientChanges(PostRepository posts, TermService terms, SlugRegistry slugs, Clock clock) {
        this.posts = posts;
        this.terms = terms;
        this.slugs = slugs;
        this.clock = clock;
    }

    /**
     * @param post null for one that is to be
     */
    Fitted fit(PostType type, Post post, PostChanges wanted) {
        var title = wanted.title().value();
        var hasMarkup = title != null && (title.indexOf('<') >= 0 || title.indexOf('&') >= 0);
        var html = hasMarkup ? PostEditor.inline("title", title) : null;
        var parent = wanted.parentId().map(id -> stands(post, id) ? id : null);
        var changes =
                new PostChanges(
                        html == null ? wanted.title() : Change.to(PlainText.of(html)),
                        slug(type, post, wanted.slug(), parent),
                        wanted.source(),
                        wanted.contentFormat(),
                        wanted.excerpt(),
                        status(post, wanted),
                        wanted.password(),
                        publishedAt(post, wanted),
                        wanted.authorId(),
                        wanted.featuredMediaId().map(id -> posts.mediaExists(id) ? id : null),
                        wanted.commentsOpen(),
                        wanted.pingsOpen(),
                        wanted.sticky(),
                        wanted.format(),
                        wanted.template(),
                        wanted.categoryIds().map(ids -> terms.existing(TermKind.CATEGORY, ids)),
                        wanted.tagIds().map(ids -> terms.existing(TermKind.TAG, ids)),
                        wanted.customFields(),
                        parent,
                        wanted.menuOrder());
        return new Fitted(changes, html);
    }

    private boolean stands(Post post, Long parentId) {
        return post == null
                || (!parentId.equals(post.id()) && !posts.ancestors(parentId).contains(post.id()));
    }

    /** A trashed post keeps its slug for the day on which it comes back. */
    private Change<String> slug(
            PostType type, Post post, Change<String> wanted, Change<Long> parent) {
        if (!wanted.isSet() || (post != null && post.isTrashed())) {
            return Change.absent();
        }
        var slug = wanted.value() == null ? "" : Slugs.from(wanted.value());
        if (slug.isEmpty()) {
            return post == null ? Change.absent() : Change.to(null);
        }
        var scope = type.slugScope(parent.orKeep(post == null ? null : post.parentId()));
        var free = slug;
        for (int number = 2; isTaken(scope, free, post) && number < MAX_NUMBER; number++) {
            free = SlugRegistry.numbered(slug, number);
        }
        return Change.to(free);
    }

    private boolean isTaken(String scope, String slug, Post post) {
        return slugs.find(scope, slug)
                .filter(target -> target.current())
                .filter(target -> post == null || target.ownerId() != post.id())
                .isPresent();
    }

    private Change<PostStatus> status(Post post, PostChanges wanted) {
        var former = post == null ? PostStatus.DRAFT : post.status();
        var status = wanted.status().orKeep(former);
        if (status == PostStatus.PUBLISHED || status == PostStatus.SCHEDULED) {
            var date = publishedAt(post, wanted).orKeep(former(post));
            var waits = date != null && date.isAfter(clock.instant());
            status = waits ? PostStatus.SCHEDULED : PostStatus.PUBLISHED;
        }
        return wanted.status().isSet() || status != former ? Change.to(status) : Change.absent();
    }

    /** Null forgets the date of what is not out, and means now for what is. */
    private Change<Instant> publishedAt(Post post, PostChanges wanted) {
        var status = wanted.status().orKeep(post == null ? PostStatus.DRAFT : post.status());
        var floats = status == PostStatus.DRAFT || status == PostStatus.PENDING;
        var date = wanted.publishedAt().orKeep(former(post));
        if (date == null && !floats && status != PostStatus.TRASHED) {
            return Change.to(clock.instant());
        }
        return Objects.equals(date, former(post)) ? Change.absent() : Change.to(date);
    }

    private static Instant former(Post post) {
        return post == null ? null : post.publishedAt();
    }
}
