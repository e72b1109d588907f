package io.masthead.wp.rest;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer links to and can embed: one thing by its id, or those that belong to one. */
public record Target(Kind kind, long id) {

    public enum Kind {
        POST("posts"),
        PAGE("pages"),
        MEDIA("media"),
        USER("users"),
        CATEGORY("categories"),
        TAG("tags"),
        COMMENT("comments"),
        CATEGORIES_OF_POST("categories", "post"),
        TAGS_OF_POST("tags", "post"),
        COMMENTS_ON_POST("comments", "post"),
        ANSWERS_TO_COMMENT("comments", "parent");

        private final String collection;

        /** The parameter that narrows the list; null for one thing. */
        private final String parameter;

        Kind(String collection) {
            this(collection, null);
        }

        Kind(String collection, String parameter) {
            this.collection = collection;
            this.parameter = parameter;
        }

        /** The last part of the route where such things lie, as in {@code posts}. */
        String collection() {
            return collection;
        }

        /** Null for one thing. */
        String parameter() {
            return parameter;
        }

        /** Where such things lie, without a slash at either end. */
        public String route() {
            return "wp/v2/" + collection;
        }

        public Target of(long id) {
            return new Target(this, id);
        }
    }

    /** Where it lies, without a slash at its beginning. */
    public String route() {
        return kind.route() + (kind.parameter == null ? "/" : "?" + kind.parameter + "=") + id;
    }

    /** The ids of those of a kind. */
    public static Set<Long> ids(Collection<Target> targets, Kind kind) {
        return targets.stream()
                .filter(target -> target.kind == kind)
                .map(Target::id)
                .collect(Collectors.toSet());
    }
}
