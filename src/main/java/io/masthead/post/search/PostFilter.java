package io.masthead.post.search;

import io.masthead.kernel.IdFilter;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import java.util.List;
import java.util.Map;

/**
 * What a list of posts or pages is narrowed to. Everything that is null, empty, {@link
 * TimeRange#ALL} or the like narrows nothing; the rest must hold together.
 *
 * @param statuses any of these; what the caller may not see of them is left out
 * @param editable only what the caller may change
 * @param parents for pages; {@link #TOP} stands for none
 * @param terms each must hold, or one of them with {@code anyTerm}
 * @param search what title, excerpt or text say; null for anything
 * @param sticky null for both
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
        List<PostFormat> formats,
        Integer menuOrder,
        Map<String, String> fields) {

    /** Stands for the top of the tree of pages where the id of a parent stands. */
    public static final long TOP = 0;

    /** A filter in the making, which begins with everything published of a type. */
    public static Builder of(PostType type) {
        return new Builder(type);
    }

    /** Whether no index knows how many there are: what is left out is looked for on each. */
    boolean isCountedByLooking() {
        return authors.excludesAny()
                || !parents.none().isEmpty()
                || terms.stream().anyMatch(TermFilter::excludes);
    }

    /** Names what a filter narrows by, and leaves the rest as wide as it is. */
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

        /** Each must hold. */
        public Builder terms(List<TermFilter> wanted) {
            terms = wanted;
            return this;
        }

        /** One of the conditions on terms is enough. */
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
                    type, statuses, editable, ids, authors, parents, slugs, terms, anyTerm, search, published, updated,
                    sticky, formats, menuOrder, fields);
        }
    }
}
