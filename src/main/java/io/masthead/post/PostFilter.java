package io.masthead.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a list of posts or pages is narrowed to. Everything that is null, empty or {@link
 * TimeRange#ALL} narrows nothing; the rest must hold together.
 *
 * @param statuses any of these; what the caller may not see of them is left out
 * @param categories each must hold
 * @param descendants whether a category stands for those below it too
 * @param tags each must hold
 * @param authors slugs, any of these
 * @param excludedAuthors slugs, none of these
 * @param slugs any of these
 * @param search what title, excerpt or body say; null for anything
 * @param fields custom fields and the scalar each must equal
 * @param topLevel only pages without a parent
 * @param parentId only pages below this one
 */
public record PostFilter(
        PostType type,
        List<PostStatus> statuses,
        List<TermFilter> categories,
        boolean descendants,
        List<TermFilter> tags,
        List<String> authors,
        List<String> excludedAuthors,
        List<String> slugs,
        TextSearch search,
        TimeRange published,
        TimeRange updated,
        Boolean sticky,
        boolean topLevel,
        Long parentId,
        Map<String, String> fields) {

    /** Whether no index knows how many there are: what is left out is looked for on each. */
    boolean isCountedByLooking() {
        return !excludedAuthors.isEmpty()
                || Stream.concat(categories.stream(), tags.stream()).anyMatch(TermFilter::excluded);
    }

    /** Everything published of a type. */
    public static PostFilter published(PostType type) {
        return new PostFilter(
                type,
                List.of(PostStatus.PUBLISHED),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                TimeRange.ALL,
                TimeRange.ALL,
                null,
                false,
                null,
                Map.of());
    }
}
