package io.masthead.imports.users;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Violations;
import io.masthead.user.account.ImportedAccount;
import java.util.List;

/**
 * A row of a file of users.
 *
 * @param number as in spreadsheets: the header is row 1
 */
record UserRow(int number, ImportedAccount account) {

    /** Runs a rule for the row, and records its violations by row and column. */
    static void attempt(int number, Runnable rule, Violations violations) {
        try {
            rule.run();
        } catch (CmsException e) {
            var errors = e.errors().isEmpty() ? List.of(new FieldError("role", "refused", e.getMessage())) : e.errors();
            errors.forEach(error -> note(number, column(error.field()), error.code(), error.detail(), violations));
        }
    }

    static void note(int number, String column, String code, String detail, Violations violations) {
        violations.add(
                "rows/" + number + "/" + column, code, "Row %d, column %s: %s".formatted(number, column, detail));
    }

    /** Translates the account's field name. */
    private static String column(String field) {
        return field.equals("name") ? "display_name" : field;
    }
}
