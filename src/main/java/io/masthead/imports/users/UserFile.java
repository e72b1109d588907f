package io.masthead.imports.users;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Violations;
import io.masthead.text.TextRules;
import io.masthead.user.Role;
import io.masthead.user.account.ImportedAccount;
import io.masthead.user.credential.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of users (RFC 4180, UTF-8, with a header); one error refuses the whole file. */
final class UserFile {

    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_ROWS = 2_000;

    private static final String FILE = "file";
    private static final int MAX_ERRORS = 100;
    private static final int MAX_LOGIN = 60;
    private static final int MAX_HASH = 255;
    private static final long MAX_ID = 1_000_000_000_000L;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Map<UserColumn, Integer> columns = new EnumMap<>(UserColumn.class);
    private final Map<String, Integer> words = new HashMap<>();
    private final Violations violations = new Violations();

    private UserFile() {}

    /**
     * @param in read to its end and left open
     * @throws CmsException {@link ErrorCode#BODY_TOO_LARGE}, or {@link ErrorCode#VALIDATION_FAILED} for {@code
     *     file} or for each invalid row and column, without its value
     */
    static List<UserRow> read(InputStream in) {
        try {
            return new UserFile().rows(records(text(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the violations, limited to a readable number. */
    static void throwIfAny(Violations violations) {
        try {
            violations.throwIfAny();
        } catch (CmsException e) {
            if (e.errors().size() <= MAX_ERRORS) {
                throw e;
            }
            var shown = new ArrayList<>(e.errors().subList(0, MAX_ERRORS));
            shown.add(new FieldError(
                    FILE,
                    "more_errors",
                    "%d more are not shown.".formatted(e.errors().size() - MAX_ERRORS)));
            throw new CmsException(e.code(), e.getMessage(), shown);
        }
    }

    private static String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new CmsException(
                    ErrorCode.BODY_TOO_LARGE,
                    "A file of users may have at most %,d bytes; split it.".formatted(MAX_BYTES));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw CmsException.field(FILE, "invalid_encoding", "The file is not text in UTF-8.");
        }
    }

    private static List<CSVRecord> records(String text) throws IOException {
        try (var parser = FORMAT.parse(new StringReader(text))) {
            var records = new ArrayList<CSVRecord>();
            for (var row : parser) {
                if (records.size() > MAX_ROWS) {
                    throw CmsException.field(
                            FILE,
                            "too_many_rows",
                            "A file of users may have at most %,d rows; split it.".formatted(MAX_ROWS));
                }
                records.add(row);
            }
            return records;
        } catch (CSVException | UncheckedIOException e) {
            // Not the library's message, which may repeat values.
            throw CmsException.field(FILE, "malformed", "The file is not CSV: a quote is missing or superfluous.");
        }
    }

    private List<UserRow> rows(List<CSVRecord> records) {
        if (records.isEmpty()) {
            throw CmsException.field(FILE, "required", "The file is empty.");
        }
        header(records.get(0));
        violations.throwIfAny();
        var rows = new ArrayList<UserRow>();
        for (int i = 1; i < records.size(); i++) {
            int number = i + 1;
            var cells = records.get(i);
            if (cells.size() != records.get(0).size()) {
                violations.add(
                        "rows/" + number,
                        "wrong_columns",
                        "Row %d has %d columns, the header %d."
                                .formatted(number, cells.size(), records.get(0).size()));
            } else {
                rows.add(new UserRow(number, account(number, cells)));
            }
        }
        throwIfAny(violations);
        return rows;
    }

    private void header(CSVRecord header) {
        for (int i = 0; i < header.size(); i++) {
            var column = UserColumn.of(header.get(i));
            if (column.isEmpty()) {
                violations.add(
                        FILE,
                        "unknown_column",
                        "Column %d of the header is none of %s.".formatted(i + 1, UserColumn.words()));
            } else if (columns.put(column.get(), i) != null) {
                violations.add(
                        FILE,
                        "duplicate_column",
                        "The header has the column %s twice."
                                .formatted(column.get().word()));
            }
        }
        for (var column : UserColumn.values()) {
            violations.require(
                    !column.isRequired() || columns.containsKey(column),
                    FILE,
                    "missing_column",
                    "The header has no column %s.".formatted(column.word()));
        }
    }

    private ImportedAccount account(int number, CSVRecord cells) {
        var login = cell(UserColumn.LOGIN, cells);
        var email = cell(UserColumn.EMAIL, cells);
        var hash = cell(UserColumn.HASH, cells);
        text(number, UserColumn.LOGIN, login, MAX_LOGIN);
        text(number, UserColumn.EMAIL, email, Integer.MAX_VALUE);
        if (text(number, UserColumn.HASH, hash, MAX_HASH)) {
            UserRow.attempt(number, () -> Passwords.requireWordPressHash(hash), violations);
        }
        unique(number, UserColumn.LOGIN, login);
        unique(number, UserColumn.EMAIL, email);
        return new ImportedAccount(
                id(number, cell(UserColumn.ID, cells)),
                login,
                email,
                hash,
                role(number, cell(UserColumn.ROLE, cells)),
                orNull(cell(UserColumn.NAME, cells)),
                orNull(cell(UserColumn.SLUG, cells)));
    }

    private boolean text(int number, UserColumn column, String value, int max) {
        var rules = new Violations();
        rules.requiredText(column.word(), value, max);
        UserRow.attempt(number, rules::throwIfAny, violations);
        return rules.isEmpty();
    }

    /** People sign in with either, so each must be unique among both. */
    private void unique(int number, UserColumn column, String word) {
        if (word.isBlank() || !TextRules.isStorable(word)) {
            return;
        }
        var before = words.putIfAbsent(word.toLowerCase(Locale.ROOT), number);
        if (before != null && before != number) {
            UserRow.note(
                    number,
                    column.word(),
                    "duplicate",
                    "row %d has the same login or e-mail address.".formatted(before),
                    violations);
        }
    }

    private Role role(int number, String word) {
        for (var role : Role.values()) {
            if (role.name().equalsIgnoreCase(word)) {
                return role;
            }
        }
        UserRow.note(
                number,
                UserColumn.ROLE.word(),
                "unknown_role",
                "one of administrator, editor, author, contributor and subscriber.",
                violations);
        return null;
    }

    private Long id(int number, String digits) {
        if (digits.isEmpty()) {
            return null;
        }
        var id = digits.matches("[1-9][0-9]{0,12}") ? Long.valueOf(digits) : null;
        if (id == null || id > MAX_ID) {
            UserRow.note(
                    number,
                    UserColumn.ID.word(),
                    "invalid_id",
                    "a number from 1 to %d, or nothing.".formatted(MAX_ID),
                    violations);
            return null;
        }
        return id;
    }

    /** Empty if the file has no such column. */
    private String cell(UserColumn column, CSVRecord cells) {
        var index = columns.get(column);
        return index == null ? "" : cells.get(index).strip();
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
