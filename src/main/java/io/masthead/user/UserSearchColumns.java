package io.masthead.user;

import io.masthead.platform.db.SearchColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The columns that searches for users compare. */
class UserSearchColumns {

    private UserSearchColumns() {}

    @Produces
    @Singleton
    static SearchColumn nameAndSlug() {
        return new SearchColumn(
                "users",
                "search_text",
                List.of("display_name", "slug"),
                values -> User.searchText(values.get(0), values.get(1)));
    }
}
