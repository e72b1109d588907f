package io.masthead.media;

import io.masthead.kernel.WordSearch;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Conditions of a list of media, all of which must hold. Null, empty or false adds no condition, unless stated
 * otherwise.
 *
 * @param searchedFields fields to compare as they were written; empty to search title and alternative text,
 *     folded
 * @param families any of these, such as {@code image}
 * @param types any of these, such as {@code image/png}
 * @param postIds uploaded to any of these posts; 0 stands for none
 * @param excludedPostIds uploaded to none of these
 * @param authors slugs, any of these
 * @param authorIds by any of these; 0 stands for authors whom the caller may not see
 * @param excludedAuthorIds by none of these
 * @param ids any of these, so that an empty list finds nothing; null for all
 * @param excludedIds none of these
 * @param slugs any of these
 * @param editable only media that the caller may change
 * @param createdAfter exclusive, like the three after it
 */
public record MediaFilter(
        WordSearch search,
        Set<MediaField> searchedFields,
        List<String> families,
        List<String> types,
        List<Long> postIds,
        List<Long> excludedPostIds,
        List<String> authors,
        List<Long> authorIds,
        List<Long> excludedAuthorIds,
        List<Long> ids,
        List<Long> excludedIds,
        List<String> slugs,
        boolean editable,
        Instant createdAfter,
        Instant createdBefore,
        Instant updatedAfter,
        Instant updatedBefore) {

    /** A builder without conditions. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the conditions exclude everything. */
    boolean isEmpty() {
        return ids != null && ids.isEmpty();
    }

    /** Adds conditions by name. */
    public static final class Builder {

        private WordSearch search;
        private Set<MediaField> searchedFields = Set.of();
        private List<String> families = List.of();
        private List<String> types = List.of();
        private List<Long> postIds = List.of();
        private List<Long> excludedPostIds = List.of();
        private List<String> authors = List.of();
        private List<Long> authorIds = List.of();
        private List<Long> excludedAuthorIds = List.of();
        private List<Long> ids;
        private List<Long> excludedIds = List.of();
        private List<String> slugs = List.of();
        private boolean editable;
        private Instant createdAfter;
        private Instant createdBefore;
        private Instant updatedAfter;
        private Instant updatedBefore;

        private Builder() {}

        /** Searches the folded title and alternative text. */
        public Builder search(WordSearch wanted) {
            search = wanted;
            return this;
        }

        /** Searches any of the fields, as they were written. */
        public Builder search(WordSearch wanted, Set<MediaField> fields) {
            searchedFields = fields;
            return search(wanted);
        }

        public Builder families(List<String> wanted) {
            families = wanted;
            return this;
        }

        public Builder types(List<String> wanted) {
            types = wanted;
            return this;
        }

        public Builder postIds(List<Long> wanted) {
            postIds = wanted;
            return this;
        }

        public Builder excludedPostIds(List<Long> wanted) {
            excludedPostIds = wanted;
            return this;
        }

        public Builder authors(List<String> wanted) {
            authors = wanted;
            return this;
        }

        public Builder authorIds(List<Long> wanted) {
            authorIds = wanted;
            return this;
        }

        public Builder excludedAuthorIds(List<Long> wanted) {
            excludedAuthorIds = wanted;
            return this;
        }

        public Builder ids(List<Long> wanted) {
            ids = wanted;
            return this;
        }

        public Builder excludedIds(List<Long> wanted) {
            excludedIds = wanted;
            return this;
        }

        public Builder slugs(List<String> wanted) {
            slugs = wanted;
            return this;
        }

        public Builder editable(boolean wanted) {
            editable = wanted;
            return this;
        }

        /** Either end may be null. */
        public Builder created(Instant after, Instant before) {
            createdAfter = after;
            createdBefore = before;
            return this;
        }

        /** Either end may be null. */
        public Builder updated(Instant after, Instant before) {
            updatedAfter = after;
            updatedBefore = before;
            return this;
        }

        public MediaFilter build() {
            return new MediaFilter(
                    search,
                    searchedFields,
                    families,
                    types,
                    postIds,
                    excludedPostIds,
                    authors,
                    authorIds,
                    excludedAuthorIds,
                    ids,
                    excludedIds,
                    slugs,
                    editable,
                    createdAfter,
                    createdBefore,
                    updatedAfter,
                    updatedBefore);
        }
    }
}
