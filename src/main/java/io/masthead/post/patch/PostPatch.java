package io.masthead.post.patch;

import io.masthead.kernel.Patch;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.text.ContentFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Changes to a post or page, or the values of a new one. Absent values stay or take their defaults.
 *
 * @param slug null makes one from the title
 * @param source the text as written
 * @param excerpt null derives it from the text
 * @param password null removes the protection
 * @param publishedAt null clears the date, which only an unpublished post can
 * @param categoryIds ids of categories; absent in a new post means the default category
 * @param categories names or slugs of further categories
 * @param tags names or slugs of further tags
 * @param createTerms whether to create the terms among them that do not exist
 * @param customFields merged into the existing ones by RFC 7396; null removes all
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
        Patch<List<String>> categories,
        Patch<List<String>> tags,
        Patch<Boolean> createTerms,
        Patch<Map<String, Object>> customFields,
        Patch<Long> parentId,
        Patch<Integer> menuOrder) {

    /** Whether it may change the content. */
    public boolean touchText() {
        return title.isSet() || source.isSet() || contentFormat.isSet() || excerpt.isSet();
    }

    /** A builder for a patch without changes. */
    public static Builder builder() {
        return new Builder();
    }

    /** A patch of the status only. */
    public static PostPatch ofStatus(PostStatus status) {
        return builder().status(Patch.to(status)).build();
    }

    /** A patch of the content only. */
    public static PostPatch ofContent(ContentPatch content) {
        return builder()
                .title(content.title())
                .source(content.source())
                .contentFormat(content.contentFormat())
                .excerpt(content.excerpt())
                .build();
    }

    /** A builder that starts with this patch. */
    public Builder toBuilder() {
        return builder()
                .title(title)
                .slug(slug)
                .source(source)
                .contentFormat(contentFormat)
                .excerpt(excerpt)
                .status(status)
                .password(password)
                .publishedAt(publishedAt)
                .authorId(authorId)
                .featuredMediaId(featuredMediaId)
                .commentsOpen(commentsOpen)
                .pingsOpen(pingsOpen)
                .sticky(sticky)
                .format(format)
                .template(template)
                .categoryIds(categoryIds)
                .tagIds(tagIds)
                .categories(categories)
                .tags(tags)
                .createTerms(createTerms)
                .customFields(customFields)
                .parentId(parentId)
                .menuOrder(menuOrder);
    }

    /** Sets changes by name; everything else stays. */
    public static final class Builder {

        private Patch<String> title = Patch.absent();
        private Patch<String> slug = Patch.absent();
        private Patch<String> source = Patch.absent();
        private Patch<ContentFormat> contentFormat = Patch.absent();
        private Patch<String> excerpt = Patch.absent();
        private Patch<PostStatus> status = Patch.absent();
        private Patch<String> password = Patch.absent();
        private Patch<Instant> publishedAt = Patch.absent();
        private Patch<Long> authorId = Patch.absent();
        private Patch<Long> featuredMediaId = Patch.absent();
        private Patch<Boolean> commentsOpen = Patch.absent();
        private Patch<Boolean> pingsOpen = Patch.absent();
        private Patch<Boolean> sticky = Patch.absent();
        private Patch<PostFormat> format = Patch.absent();
        private Patch<String> template = Patch.absent();
        private Patch<List<Long>> categoryIds = Patch.absent();
        private Patch<List<Long>> tagIds = Patch.absent();
        private Patch<List<String>> categories = Patch.absent();
        private Patch<List<String>> tags = Patch.absent();
        private Patch<Boolean> createTerms = Patch.absent();
        private Patch<Map<String, Object>> customFields = Patch.absent();
        private Patch<Long> parentId = Patch.absent();
        private Patch<Integer> menuOrder = Patch.absent();

        private Builder() {}

        public Builder title(Patch<String> patch) {
            title = patch;
            return this;
        }

        public Builder slug(Patch<String> patch) {
            slug = patch;
            return this;
        }

        public Builder source(Patch<String> patch) {
            source = patch;
            return this;
        }

        public Builder contentFormat(Patch<ContentFormat> patch) {
            contentFormat = patch;
            return this;
        }

        public Builder excerpt(Patch<String> patch) {
            excerpt = patch;
            return this;
        }

        public Builder status(Patch<PostStatus> patch) {
            status = patch;
            return this;
        }

        public Builder password(Patch<String> patch) {
            password = patch;
            return this;
        }

        public Builder publishedAt(Patch<Instant> patch) {
            publishedAt = patch;
            return this;
        }

        public Builder authorId(Patch<Long> patch) {
            authorId = patch;
            return this;
        }

        public Builder featuredMediaId(Patch<Long> patch) {
            featuredMediaId = patch;
            return this;
        }

        public Builder commentsOpen(Patch<Boolean> patch) {
            commentsOpen = patch;
            return this;
        }

        public Builder pingsOpen(Patch<Boolean> patch) {
            pingsOpen = patch;
            return this;
        }

        public Builder sticky(Patch<Boolean> patch) {
            sticky = patch;
            return this;
        }

        public Builder format(Patch<PostFormat> patch) {
            format = patch;
            return this;
        }

        public Builder template(Patch<String> patch) {
            template = patch;
            return this;
        }

        public Builder categoryIds(Patch<List<Long>> patch) {
            categoryIds = patch;
            return this;
        }

        public Builder tagIds(Patch<List<Long>> patch) {
            tagIds = patch;
            return this;
        }

        public Builder categories(Patch<List<String>> patch) {
            categories = patch;
            return this;
        }

        public Builder tags(Patch<List<String>> patch) {
            tags = patch;
            return this;
        }

        public Builder createTerms(Patch<Boolean> patch) {
            createTerms = patch;
            return this;
        }

        public Builder customFields(Patch<Map<String, Object>> patch) {
            customFields = patch;
            return this;
        }

        public Builder parentId(Patch<Long> patch) {
            parentId = patch;
            return this;
        }

        public Builder menuOrder(Patch<Integer> patch) {
            menuOrder = patch;
            return this;
        }

        public PostPatch build() {
            return new PostPatch(
                    title,
                    slug,
                    source,
                    contentFormat,
                    excerpt,
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
                    categories,
                    tags,
                    createTerms,
                    customFields,
                    parentId,
                    menuOrder);
        }
    }
}
