package io.masthead.permalink;

import io.masthead.post.Post;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What of a post its address is made of, so that lists need not read more.
 *
 * @param slug null for a draft that was given none
 * @param date when it was published, or else created
 * @param shownDate the date that its address was made of where it was imported from; null where
 *     that is the date in the time of this site
 */
@RegisterForReflection // a query makes it by its name
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

    /** The date that its address is made of. */
    ZonedDateTime dated(ZoneId zone) {
        return shownDate == null ? date.atZone(zone) : shownDate.atZone(zone);
    }

    /** Readers of a draft or of what is trashed are led by its id: its address may yet change. */
    boolean hasAddress() {
        return slug != null && (status == PostStatus.PUBLISHED || status == PostStatus.PRIVATE);
    }
}
