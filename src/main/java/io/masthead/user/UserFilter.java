package io.masthead.user;

import io.masthead.kernel.WordSearch;
import java.util.List;
import java.util.Set;

/**
 * Conditions of a list of users, all of which must hold. Null, empty or false adds no condition, unless stated
 * otherwise.
 *
 * @param searchedFields fields to compare as they were written, if the caller may see them; empty to search
 *     display name and slug, folded
 * @param slugs any of these
 * @param ids any of these, so that an empty list finds nobody; null for all
 * @param excludedIds none of these
 * @param roles any of these, so that an empty set finds nobody; null for all
 * @param published only users who have published
 */
public record UserFilter(
        WordSearch search,
        Set<UserField> searchedFields,
        List<String> slugs,
        List<Long> ids,
        List<Long> excludedIds,
        Set<Role> roles,
        boolean published) {

    /** A builder without conditions. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the conditions exclude everybody. */
    boolean isEmpty() {
        return (ids != null && ids.isEmpty()) || (roles != null && roles.isEmpty());
    }

    /** Adds conditions by name. */
    public static final class Builder {

        private WordSearch search;
        private Set<UserField> searchedFields = Set.of();
        private List<String> slugs = List.of();
        private List<Long> ids;
        private List<Long> excludedIds = List.of();
        private Set<Role> roles;
        private boolean published;

        private Builder() {}

        /** Searches the folded display name and slug. */
        public Builder search(WordSearch wanted) {
            search = wanted;
            return this;
        }

        /** Searches any of the fields, as they were written. */
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
