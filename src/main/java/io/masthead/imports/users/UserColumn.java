package io.masthead.imports.users;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a file of users, by our names and by those of WordPress and its command line. */
enum UserColumn {
    LOGIN("login", "user_login", true),
    EMAIL("email", "user_email", true),
    HASH("hash", "user_pass", true),
    ROLE("role", "roles", true),
    ID("id", "user_id", false),
    NAME("display_name", "name", false),
    SLUG("slug", "user_nicename", false);

    private final String word;
    private final String alias;
    private final boolean required;

    UserColumn(String word, String alias, boolean required) {
        this.word = word;
        this.alias = alias;
        this.required = required;
    }

    String word() {
        return word;
    }

    boolean isRequired() {
        return required;
    }

    static Optional<UserColumn> of(String header) {
        var wanted = header.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.word.equals(wanted) || column.alias.equals(wanted))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(UserColumn::word).collect(Collectors.joining(", "));
    }
}
