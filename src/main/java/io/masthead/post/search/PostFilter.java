package io.masthead.post.search;

import io.masthead.kernel.IdFilter;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions of a list of posts or pages, all of which must hold. Null, empty, {@link TimeRange#ALL} and the
 * like add no condition.
 *
 * @param statuses any of these that the caller may see
 * @param editable only posts that the caller may change
 * @param parents for pages; {@link IdFilter#TOP} stands for none
 * @param terms all of them, or any with {@code anyTerm}
 * @param search text in title, excerpt or body; null for any
 * @param sticky null for both
 * @param isProtected whether they have a password; null for both
 * @param menuOrder for pages; null for any
 * @param fields custom fields and the scalar that each must equal
 */
public record PostFilter(
        PostType type,
        List<PostStatus> statuses,
        boolean editable,
        IdFilter ids,
        AuthorFilter authors,
        IdFilter parents,
        SlugFilter slugs,
        List<TermFilter> terms,
        boolean anyTerm,
        TextSearch search,
        TimeRange published,
        TimeRange updated,
        Boolean sticky,
        Boolean isProtected,
        List<PostFormat> formats,
        Integer menuOrder,
        Map<String, String> fields) {

    /** A builder for all published posts of a type. */
    public static Builder of(PostType type) {
        return new Builder(type);
    }

    /** Whether the list has all published posts, whoever asks. */
    public boolean isAllPublishedPosts() {
        return equals(of(PostType.POST).build());
    }

    /** The term of which the list has all published posts, whoever asks; empty for other lists. */
    public Optional<TermFilter> onlyTerm() {
        return Optional.of(terms)
                .filter(some -> some.size() == 1 && some.get(0).isSingleTerm())
                .map(some -> some.get(0))
                .filter(term -> withTerms(List.of()).isAllPublishedPosts());
    }

    /** The same conditions with one status. */
    PostFilter withStatus(PostStatus wanted) {
        return new PostFilter(
                type,
                List.of(wanted),
                editable,
                ids,
                authors,
                parents,
                slugs,
                terms,
                anyTerm,
                search,
                published,
                updated,
                sticky,
                isProtected,
                formats,
                menuOrder,
                fields);
    }

    /** The same conditions with other terms, all of which must hold. */
    PostFilter withTerms(List<TermFilter> wanted) {
        return new PostFilter(
                type,
                statuses,
                editable,
                ids,
                authors,
                parents,
                slugs,
                wanted,
                false,
                search,
                published,
                updated,
                sticky,
                isProtected,
                formats,
                menuOrder,
                fields);
    }

    /** Whether no index serves the count, because excluded values must be checked on each post. */
    boolean isExpensiveToCount() {
        return authors.excludesAny()
                || !parents.none().isEmpty()
                || terms.stream().anyMatch(TermFilter::excludes);
    }

    /** Adds conditions by name. */
    public static final class Builder {

        private final PostType type;
        private List<PostStatus> statuses = List.of(PostStatus.PUBLISHED);
        private boolean editable;
        private IdFilter ids = IdFilter.ALL;
        private AuthorFilter authors = AuthorFilter.ALL;
        private IdFilter parents = IdFilter.ALL;
        private SlugFilter slugs = SlugFilter.ALL;
        private List<TermFilter> terms = List.of();
        private boolean anyTerm;
        private TextSearch search;
        private TimeRange published = TimeRange.ALL;
        private TimeRange updated = TimeRange.ALL;
        private Boolean sticky;
        private Boolean isProtected;
        private List<PostFormat> formats = List.of();
        private Integer menuOrder;
        private Map<String, String> fields = Map.of();

        private Builder(PostType type) {
            this.type = type;
        }

        public Builder statuses(List<PostStatus> wanted) {
            statuses = wanted;
            return this;
        }

        public Builder editable(boolean wanted) {
            editable = wanted;
            return this;
        }

        public Builder ids(IdFilter wanted) {
            ids = wanted;
            return this;
        }

        public Builder authors(AuthorFilter wanted) {
            authors = wanted;
            return this;
        }

        public Builder parents(IdFilter wanted) {
            parents = wanted;
            return this;
        }

        public Builder slugs(SlugFilter wanted) {
            slugs = wanted;
            return this;
        }

        /** All of them must hold. */
        public Builder terms(List<TermFilter> wanted) {
            terms = wanted;
            return this;
        }

        /** Any of the conditions on terms is enough. */
        public Builder anyTerm(boolean wanted) {
            anyTerm = wanted;
            return this;
        }

        public Builder search(TextSearch wanted) {
            search = wanted;
            return this;
        }

        public Builder published(TimeRange wanted) {
            published = wanted;
            return this;
        }

        public Builder updated(TimeRange wanted) {
            updated = wanted;
            return this;
        }

        public Builder sticky(Boolean wanted) {
            sticky = wanted;
            return this;
        }

        public Builder isProtected(Boolean wanted) {
            isProtected = wanted;
            return this;
        }

        public Builder formats(List<PostFormat> wanted) {
            formats = wanted;
            return this;
        }

        public Builder menuOrder(Integer wanted) {
            menuOrder = wanted;
            return this;
        }

        public Builder fields(Map<String, String> wanted) {
            fields = wanted;
            return this;
        }

        public PostFilter build() {
            return new PostFilter(
                    type,
                    statuses,
                    editable,
                    ids,
                    authors,
                    parents,
                    slugs,
                    terms,
                    anyTerm,
                    search,
                    published,
                    updated,
                    sticky,
                    isProtected,
                    formats,
                    menuOrder,
                    fields);
        }
    }
}
