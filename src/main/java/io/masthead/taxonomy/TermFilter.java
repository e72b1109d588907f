package io.masthead.taxonomy;

import io.masthead.kernel.WordSearch;
import java.util.List;
import java.util.Set;

/**
 * What a list of categories or of tags is narrowed to. Everything that is null, empty or false
 * narrows nothing, unless it says otherwise; the rest must hold together.
 *
 * @param kinds any of these
 * @param searchedFields where to look, as it was written; empty for the name, folded
 * @param parentId only categories right below this one; 0 for those at the top
 * @param slugs any of these
 * @param ids any of these, so that an empty list finds nothing; null for all
 * @param excludedIds none of these
 * @param used only those that a published post carries
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

    /** A filter in the making, which begins with all of these kinds. */
    public static Builder of(TermKind... kinds) {
        return new Builder(List.of(kinds));
    }

    /** Whether nothing can be found. */
    boolean isEmpty() {
        return ids != null && ids.isEmpty();
    }

    /** Names what a filter narrows by, and leaves the rest as wide as it is. */
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

        /** In the name, folded. */
        public Builder search(WordSearch wanted) {
            search = wanted;
            return this;
        }

        /** In any of the fields, as it was written. */
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
