package io.masthead.imports;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.user.UserImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Validates the choices about authors before anything is stored. */
@ApplicationScoped
class AuthorChoices {

    private static final int MAX_LOGIN = 60;

    private final UserImport users;

    AuthorChoices(UserImport users) {
        this.users = users;
    }

    /**
     * Checks that all users who stand for authors exist.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for each that does not
     */
    void requireUsers(ImportOptions options) {
        var violations = new Violations();
        options.users().forEach((author, login) -> {
            var field = "options/users/" + author;
            var rules = new Violations();
            rules.requiredText(field, login, MAX_LOGIN);
            if (!rules.isEmpty()) {
                violations.requiredText(field, login, MAX_LOGIN);
            } else if (users.findByLogin(login).isEmpty()) {
                violations.add(
                        field,
                        "unknown",
                        "There is no user \"%s\" here for the author \"%s\".".formatted(login, author));
            }
        });
        violations.throwIfAny();
    }

    /** A sentence if a choice names an author who is not in the file. */
    static Optional<String> refusal(ImportOptions options, Set<String> logins) {
        var strangers = new TreeSet<>(options.users().keySet());
        strangers.addAll(options.roles().keySet());
        strangers.removeAll(logins);
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of("The options name authors who are not in the file: %s."
                        .formatted(String.join(", ", strangers)));
    }
}
