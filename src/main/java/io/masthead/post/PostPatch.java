package io.masthead.post;

import io.masthead.kernel.Patch;
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
public record PostPatch(
        Patch<String> title,
        Patch<String> slug,
        Patch<String> source,
        Patch<ContentFormat> contentFormat,
        Patch<String> excerpt,
        Patch<PostStatus> status,
        Patch<String> password,
        Patch<Instant> publishedAt,
        Patch<Long> authorId,
        Patch<Long> featuredMediaId,
        Patch<Boolean> commentsOpen,
        Patch<Boolean> pingsOpen,
        Patch<Boolean> sticky,
        Patch<PostFormat> format,
        Patch<String> template,
        Patch<List<Long>> categoryIds,
        Patch<List<Long>> tagIds,
        Patch<Map<String, Object>> customFields,
        Patch<Long> parentId,
        Patch<Integer> menuOrder) {

    /** Whether what the post says may become another. */
    boolean touchText() {
        return title.isSet() || source.isSet() || contentFormat.isSet() || excerpt.isSet();
    }

    /** What it says and nothing else. */
    static PostPatch ofContent(ContentPatch content) {
        return new PostPatch(
                content.title(),
                Patch.absent(),
                content.source(),
                content.contentFormat(),
                content.excerpt(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    /** The same but for the excerpt. */
    PostPatch withExcerpt(Patch<String> other) {
        return new PostPatch(
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
    public static PostPatch ofStatus(PostStatus status) {
        return new PostPatch(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.to(status),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }
}
