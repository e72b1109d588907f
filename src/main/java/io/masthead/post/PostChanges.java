package io.masthead.post;

import io.masthead.kernel.Change;
import io.masthead.text.ContentFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to become of a post or page; for a new one, what it is to be. What is absent stays, or
 * takes its default.
 *
 * @param slug null makes one from the title, once the post is out
 * @param source the text as written
 * @param excerpt null derives it from the text
 * @param password null opens the post to everybody
 * @param publishedAt null forgets the date, which only a post that is not out can
 * @param categoryIds ids of categories; absent in a new post means the default category
 * @param customFields merged into those there are, as RFC 7396 says; null removes all
 * @param parentId pages only
 */
public record PostChanges(
        Change<String> title,
        Change<String> slug,
        Change<String> source,
        Change<ContentFormat> contentFormat,
        Change<String> excerpt,
        Change<PostStatus> status,
        Change<String> password,
        Change<Instant> publishedAt,
        Change<Long> authorId,
        Change<Long> featuredMediaId,
        Change<Boolean> commentsOpen,
        Change<Boolean> pingsOpen,
        Change<Boolean> sticky,
        Change<PostFormat> format,
        Change<String> template,
        Change<List<Long>> categoryIds,
        Change<List<Long>> tagIds,
        Change<Map<String, Object>> customFields,
        Change<Long> parentId,
        Change<Integer> menuOrder) {

    /** Whether what the post says may become another. */
    boolean touchText() {
        return title.isSet() || source.isSet() || contentFormat.isSet() || excerpt.isSet();
    }

    /** What it says and nothing else. */
    static PostChanges ofContent(ContentChanges content) {
        return new PostChanges(
                content.title(),
                Change.absent(),
                content.source(),
                content.contentFormat(),
                content.excerpt(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    /** The same but for the excerpt. */
    PostChanges withExcerpt(Change<String> other) {
        return new PostChanges(
                title,
                slug,
                source,
                contentFormat,
                other,
                status,
                password,
                publishedAt,
                authorId,
                featuredMediaId,
                commentsOpen,
                pingsOpen,
                sticky,
                format,
                template,
                categoryIds,
                tagIds,
                customFields,
                parentId,
                menuOrder);
    }

    /** Another status and nothing else. */
    public static PostChanges ofStatus(PostStatus status) {
        return new PostChanges(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to(status),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }
}
