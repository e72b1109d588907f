package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Change;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes of changes as WordPress' clients send them such as the rules of a post let pass: unknown
 * terms and media count as not named, a parent below the page itself is none, and whether a post is
 * out or waits for its time follows from its date.
 */
@ApplicationScoped
class LenientChanges {

    /**
     * @param titleHtml the title as inline HTML; null where it has no markup
     */
    record Fitted(PostChanges changes, Change<String> titleHtml) {}

    private final PostRepository posts;
    private final TermService terms;
    private final Clock clock;

    LenientChanges(PostRepository posts, TermService terms, Clock clock) {
        this.posts = posts;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param post null for one that is to be
     * @return changes whose slug may be in use: it is to get a number when it is taken
     */
    Fitted fit(Post post, PostChanges wanted, Actor actor) {
        var title = wanted.title().value();
        var hasMarkup = title != null && (title.indexOf('<') >= 0 || title.indexOf('&') >= 0);
        var html = hasMarkup ? PostEditor.inline("title", title) : null;
        var parent = wanted.parentId().map(id -> stands(post, id) ? id : null);
        var changes = new PostChanges(
                html == null ? wanted.title() : Change.to(PlainText.of(html)),
                slug(post, wanted.slug()),
                wanted.source(),
                wanted.contentFormat(),
                wanted.excerpt(),
                status(post, wanted),
                wanted.password(),
                publishedAt(post, wanted),
                wanted.authorId(),
                wanted.featuredMediaId().map(id -> isThere(post, id, actor) ? id : null),
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
        return new Fitted(changes, wanted.title().isSet() ? Change.to(html) : Change.absent());
    }

    private boolean isThere(Post post, Long mediaId, Actor actor) {
        return (post != null && mediaId.equals(post.featuredMediaId())) || posts.mediaExists(mediaId, actor);
    }

    private boolean stands(Post post, Long parentId) {
        return post == null
                || (!parentId.equals(post.id()) && !posts.ancestors(parentId).contains(post.id()));
    }

    /** A trashed post keeps its slug for the day on which it comes back. */
    private static Change<String> slug(Post post, Change<String> wanted) {
        if (!wanted.isSet() || (post != null && post.isTrashed())) {
            return Change.absent();
        }
        var slug = wanted.value() == null ? "" : Slugs.ofSent(wanted.value());
        if (slug.isEmpty()) {
            return post == null ? Change.absent() : Change.to(null);
        }
        return Change.to(slug);
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
