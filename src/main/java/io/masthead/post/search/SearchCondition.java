package io.masthead.post.search;

import io.masthead.kernel.Filter;
import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TextSearch.Field;
import java.util.ArrayList;

/** The condition that a post matches a search. */
final class SearchCondition {

    private final TextSearch search;
    private final String open;
    private int number;

    /**
     * @param open the condition that the caller may read excerpt and text, since a search must not reveal
     *     protected texts
     */
    SearchCondition(TextSearch search, String open) {
        this.search = search;
        this.open = open;
    }

    void addTo(Filter filter) {
        var conditions = new ArrayList<String>();
        search.words().forEach(word -> conditions.add(found(filter, word)));
        search.excluded().forEach(word -> conditions.add("not " + found(filter, word)));
        filter.and("exists (select 1 from PostSearchText w where w.postId = p.id and "
                + String.join(" and ", conditions)
                + ")");
    }

    private String found(Filter filter, String word) {
        var name = "word" + number++;
        filter.bind(name, search.whole() ? WordSearch.whole(word) : WordSearch.pattern(word));
        var places = new ArrayList<String>();
        for (var field : search.fields()) {
            var isIn = "w." + column(field) + " like :" + name + " escape '\\'";
            places.add(field == Field.TITLE ? isIn : open + " and " + isIn);
        }
        return "(" + String.join(" or ", places) + ")";
    }

    private static String column(Field field) {
        return switch (field) {
            case TITLE -> "title";
            case EXCERPT -> "excerpt";
            case TEXT -> "body";
        };
    }
}
