package io.masthead.wp.v2;

import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;

/** What a list cannot be sorted by unless something else is asked for too. */
public final class ListOrder {

    private ListOrder() {}

    /**
     * @throws WpException for an order that follows what was not sent
     */
    public static void require(WpRequest request) {
        var orderBy = request.text("orderby");
        if ("include".equals(orderBy) && request.ids("include").isEmpty()) {
            throw new WpException(
                    400,
                    "rest_orderby_include_missing_include",
                    "You need to define an include parameter to order by include.");
        }
        var search = request.text("search");
        if ("relevance".equals(orderBy) && (search == null || search.isBlank())) {
            throw new WpException(
                    400, "rest_no_search_term_defined", "You need to define a search term to order by relevance.");
        }
    }
}
