package io.masthead.taxonomy;

import io.masthead.kernel.WordSearch;
import io.masthead.platform.db.SearchColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The columns that searches for categories and tags compare. */
class TermSearchColumns {

    private TermSearchColumns() {}

    @Produces
    @Singleton
    static SearchColumn name() {
        return new SearchColumn("term", "search_text", List.of("name"), values -> WordSearch.folded(values.get(0)));
    }
}
