package io.masthead.comment.query;

import io.masthead.comment.CommentText;
import io.masthead.kernel.WordSearch;
import io.masthead.platform.db.SearchColumn;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The columns that searches for comments compare. */
class CommentSearchColumns {

    private CommentSearchColumns() {}

    @Produces
    @Singleton
    static SearchColumn text() {
        return new SearchColumn(
                "comment",
                "search_text",
                List.of("source", "format", "html"),
                values -> CommentText.searchText(
                        SourceFilter.filter(values.get(0), ContentFormat.valueOf(values.get(1))), values.get(2)));
    }

    @Produces
    @Singleton
    static SearchColumn author() {
        return new SearchColumn(
                "comment", "search_name", List.of("author_name"), values -> WordSearch.folded(values.get(0)));
    }
}
