package io.masthead.user;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/** A list of users as somebody wants it. */
public record UserQuery(UserCriteria criteria, UserSort sort, boolean descending, PageRequest page) implements Costly {

    @Override
    public boolean isCostly() {
        return criteria.search() != null || page.isCostly();
    }
}
