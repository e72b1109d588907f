package io.masthead.user;

import io.masthead.kernel.Costly;
import io.masthead.kernel.Offset;
import java.util.List;
import java.util.Set;

/**
 * Users as a surface wants them that counts rows instead of following cursors, and knows more
 * orders than a cursor can stand in.
 *
 * @param search text that one of the columns contains, in any case; null for any
 * @param columns where to search
 * @param slugs any of these; empty for any
 * @param ids any of these; empty for any
 * @param exceptIds none of these
 * @param roles any of these; null for any, empty for nobody
 * @param published whether only those are wanted who have published
 * @param offset how many to leave out
 * @param limit at least 1
 */
public record UserSelection(
        String search,
        Set<UserColumn> columns,
        List<String> slugs,
        List<Long> ids,
        List<Long> exceptIds,
        Set<Role> roles,
        boolean published,
        UserOrder order,
        boolean descending,
        int offset,
        int limit)
        implements Costly {

    boolean isNobody() {
        return roles != null && roles.isEmpty();
    }

    @Override
    public boolean isCostly() {
        return (search != null && !search.isEmpty()) || Offset.isDeep(offset);
    }
}
