package io.masthead.taxonomy;

import io.masthead.kernel.IdFilter;
import io.masthead.kernel.WordSearch;
import java.util.List;
import java.util.Set;

/**
 * Conditions of a list of categories or tags, all of which must hold. Null, empty or false adds no condition,
 * unless stated otherwise.
 *
 * @param kinds any of these
 * @param searchedFields fields to compare as they were written; empty to search the name, folded
 * @param parentId only direct children of this category; {@link IdFilter#TOP} for those at the root
 * @param slugs any of these
 * @param ids any of these, so that an empty list finds nothing; null for all
 * @param excludedIds none of these
 * @param used only terms of published posts
 */
public record TermFilter(
        List<TermKind> kinds,
        WordSearch search,
        Set<TermField> searchedFields,
        Long parentId,
        List<String> slugs,
        List<Long> ids,
        List<Long> excludedIds,
        boolean used) {

    /** A builder for all terms of these kinds. */
    public static Builder of(TermKind... kinds) {
        return new Builder(List.of(kinds));
    }

    /** Whether the conditions exclude everything. */
    boolean isEmpty() {
        return ids != null && ids.isEmpty();
    }

    /** Adds conditions by name. */
    public static final class Builder {

        private final List<TermKind> kinds;
        private WordSearch search;
        private Set<TermField> searchedFields = Set.of();
        private Long parentId;
        private List<String> slugs = List.of();
        private List<Long> ids;
        private List<Long> excludedIds = List.of();
        private boolean used;

        private Builder(List<TermKind> kinds) {
            this.kinds = kinds;
        }

        /** Searches the folded name. */
        public Builder search(WordSearch wanted) {
            search = wanted;
            return this;
        }

        /** Searches any of the fields, as they were written. */
        public Builder search(WordSearch wanted, Set<TermField> fields) {
            searchedFields = fields;
            return search(wanted);
        }

        public Builder parent(Long wanted) {
            parentId = wanted;
            return this;
        }

        public Builder slugs(List<String> wanted) {
            slugs = wanted;
            return this;
        }

        public Builder ids(List<Long> wanted) {
            ids = wanted;
            return this;
        }

        public Builder excludedIds(List<Long> unwanted) {
            excludedIds = unwanted;
            return this;
        }

        public Builder used(boolean wanted) {
            used = wanted;
            return this;
        }

        public TermFilter build() {
            return new TermFilter(kinds, search, searchedFields, parentId, slugs, ids, excludedIds, used);
        }
    }
}
