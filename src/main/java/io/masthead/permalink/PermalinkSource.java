package io.masthead.permalink;

import io.masthead.post.Post;
import io.masthead.post.PostNeighbours;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The data of a post that its URL is made of, so that lists need not read more.
 *
 * @param slug null for a draft without one
 * @param date of publication, or else of creation
 * @param shownDate the date in the URL at the site it was imported from; null if it is the date in the time
 *     zone of this site
 */
@RegisterForReflection // created by a query by its name
public record PermalinkSource(
        long id,
        PostType type,
        PostStatus status,
        String slug,
        Instant date,
        LocalDateTime shownDate,
        Long parentId,
        String authorSlug) {

    public static PermalinkSource of(Post post) {
        return new PermalinkSource(
                post.id(),
                post.type(),
                post.status(),
                post.slug(),
                post.sortAt(),
                post.shownDate(),
                post.parentId(),
                post.author().slug());
    }

    public static PermalinkSource of(PostNeighbours.Ref post) {
        return new PermalinkSource(
                post.id(),
                PostType.POST,
                PostStatus.PUBLISHED,
                post.slug(),
                post.sortAt(),
                post.shownDate(),
                null,
                post.authorSlug());
    }

    /** The date that its URL is made of. */
    ZonedDateTime dated(ZoneId zone) {
        return shownDate == null ? date.atZone(zone) : shownDate.atZone(zone);
    }

    /** Drafts and trashed posts are addressed by id, since their slugs may change. */
    boolean hasAddress() {
        return slug != null && (status == PostStatus.PUBLISHED || status == PostStatus.PRIVATE);
    }
}
