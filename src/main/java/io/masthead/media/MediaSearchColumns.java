package io.masthead.media;

import io.masthead.kernel.WordSearch;
import io.masthead.platform.db.SearchColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The columns that searches for media compare. */
class MediaSearchColumns {

    private MediaSearchColumns() {}

    @Produces
    @Singleton
    static SearchColumn titleAndText() {
        return new SearchColumn(
                "media",
                "search_text",
                List.of("title", "alt_text"),
                values -> WordSearch.folded(values.get(0), values.get(1)));
    }
}
