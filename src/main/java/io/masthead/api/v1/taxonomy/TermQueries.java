package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.CmsException;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermSort;
import java.util.List;

/** What lists of categories and lists of tags read alike. */
final class TermQueries {

    private static final List<TermSort> SORTS = List.of(TermSort.NAME, TermSort.COUNT, TermSort.ID);

    private TermQueries() {}

    /**
     * @throws CmsException with all that this and the filter found wrong
     */
    static TermQuery read(ParameterReader in, TermFilter filter, String sort, PagingParams paging) {
        var order = in.sort(sort, SORTS, TermSort.NAME, false);
        var query = new TermQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }
}
