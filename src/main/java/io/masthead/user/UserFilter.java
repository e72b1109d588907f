package io.masthead.user;

import io.masthead.kernel.WordSearch;
import java.util.List;
import java.util.Set;

/**
 * What a list of users is narrowed to. Everything that is null, empty or false narrows nothing,
 * unless it says otherwise; the rest must hold together.
 *
 * @param searchedFields where to look, as it was written, as far as the caller may see it; empty for
 *     the display name and the slug, folded
 * @param slugs any of these
 * @param ids any of these, so that an empty list finds nobody; null for all
 * @param excludedIds none of these
 * @param roles any of these, so that an empty set finds nobody; null for all
 * @param published only those who have published
 */
public record UserFilter(
        WordSearch search,
        Set<UserField> searchedFields,
        List<String> slugs,
        List<Long> ids,
        List<Long> excludedIds,
        Set<Role> roles,
        boolean published) {

    /** A filter in the making, which begins with everybody. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether nobody can be found. */
    boolean isEmpty() {
        return (ids != null && ids.isEmpty()) || (roles != null && roles.isEmpty());
    }

    /** Names what a filter narrows by, and leaves the rest as wide as it is. */
    public static final class Builder {

        private WordSearch search;
        private Set<UserField> searchedFields = Set.of();
        private List<String> slugs = List.of();
        private List<Long> ids;
        private List<Long> excludedIds = List.of();
        private Set<Role> roles;
        private boolean published;

        private Builder() {}

        /** In the display name and the slug, folded. */
        public Builder search(WordSearch wanted) {
            search = wanted;
            return this;
        }

        /** In any of the fields, as it was written. */
        public Builder search(WordSearch wanted, Set<UserField> fields) {
            searchedFields = fields;
            return search(wanted);
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

        public Builder roles(Set<Role> wanted) {
            roles = wanted;
            return this;
        }

        public Builder published(boolean wanted) {
            published = wanted;
            return this;
        }

        public UserFilter build() {
            return new UserFilter(search, searchedFields, slugs, ids, excludedIds, roles, published);
        }
    }
}
