package io.masthead.taxonomy;

import java.util.Comparator;
import java.util.List;

/** What a selection of categories or tags can be ordered by. */
public enum TermOrder {
    ID("t.id"),
    NAME("t.nameKey"),
    SLUG("t.slug"),
    /** In any case; those without one first. */
    DESCRIPTION("lower(coalesce(t.description, ''))"),
    /** By how many published posts there are. */
    COUNT("t.publishedCount"),
    /** As the ids were listed. */
    LISTED_IDS(null),
    /** As the slugs were listed. */
    LISTED_SLUGS(null);

    private final String path;

    TermOrder(String path) {
        this.path = path;
    }

    /** Null where the order is that of a list in the selection. */
    String path() {
        return path;
    }

    static Comparator<Term> asListed(TermSelection selection) {
        return selection.order() == LISTED_IDS
                ? Comparator.comparing(term -> List.copyOf(selection.ids()).indexOf(term.id()))
                : Comparator.comparing(term -> selection.slugs().indexOf(term.slug()));
    }
}
