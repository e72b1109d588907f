package io.masthead.user;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Paging;

/** A list of users as somebody wants it. */
public record UserQuery(UserCriteria criteria, UserSort sort, boolean descending, Paging paging) implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || paging.isCostly();
    }
}
