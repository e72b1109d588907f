package io.masthead.user;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** What lists of users can be sorted by; never by what only the account's owner should see. */
public enum UserSort implements SortKey<User> {
    NAME("name", "u.nameKey"),
    CREATED("created", "u.createdAt"),
    ID("id", "u.id");

    private final String parameter;
    private final String path;

    UserSort(String parameter, String path) {
        this.parameter = parameter;
        this.path = path;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Object keyOf(User row) {
        return switch (this) {
            case NAME -> row.nameKey();
            case CREATED -> row.createdAt();
            case ID -> row.id();
        };
    }

    @Override
    public Object parse(String key) {
        return switch (this) {
            case NAME -> key;
            case CREATED -> Instant.parse(key);
            case ID -> Long.valueOf(key);
        };
    }
}
