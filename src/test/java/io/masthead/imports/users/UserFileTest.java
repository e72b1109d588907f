package io.masthead.imports.users;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.user.Role;
import io.masthead.user.account.ImportedAccount;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFileTest {

    private static final String HASH = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";
    private static final String HEADER = "login,email,hash,role\n";

    @Test
    void columns_may_stand_in_any_order_and_bear_the_names_of_wordpress() {
        var rows = read("\uFEFFroles,user_pass,ID,user_login,user_email,display_name,user_nicename\r\n"
                + "Editor,"
                + HASH
                + ",12,ada,ada@example.org,\"Lovelace, \"\"Ada\"\"\",ada-l\r\n\r\n"
                + "subscriber,"
                + HASH
                + ",,ben,ben@example.org,,\r\n");

        assertThat(rows)
                .containsExactly(
                        new UserRow(
                                2,
                                new ImportedAccount(
                                        12L,
                                        "ada",
                                        "ada@example.org",
                                        HASH,
                                        Role.EDITOR,
                                        "Lovelace, \"Ada\"",
                                        "ada-l")),
                        new UserRow(
                                3,
                                new ImportedAccount(
                                        null, "ben", "ben@example.org", HASH, Role.SUBSCRIBER, null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | required",
                "login,email,hash                    | missing_column",
                "login,email,hash,role,login         | duplicate_column",
                "login,user_login,email,hash,role    | duplicate_column",
                "login,email,hash,role,biography     | unknown_column",
                "login,email,hash,role,              | unknown_column",
                "login;email;hash;role               | unknown_column",
            })
    void a_header_that_cannot_be_meant_is_refused(String header, String code) {
        assertThat(errors(header + "\n")).extracting(FieldError::code).contains(code);
        assertThat(errors(header + "\n")).extracting(FieldError::field).containsOnly("file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "',a@example.org,HASH,editor'        | login | required",
                "'ada,,HASH,editor'                  | email | required",
                "'ada,a@example.org,,editor'         | hash  | required",
                "'ada,a@example.org,secret,editor'   | hash  | unknown_hash",
                "'ada,a@example.org,5f4dcc3b5aa765d61d8327deb882cf99,editor' | hash | unknown_hash",
                "'ada,a@example.org,HASH,'           | role  | unknown_role",
                "'ada,a@example.org,HASH,boss'       | role  | unknown_role",
                "'ada,a@example.org,HASH,\"administrator,editor\"' | role | unknown_role",
            })
    void a_cell_that_cannot_be_meant_is_named_by_row_and_column(String row, String column, String code) {
        var errors = errors(HEADER + row.replace("HASH", HASH) + "\n");

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("rows/2/" + column);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.detail()).startsWith("Row 2, column " + column).doesNotContain("secret", "5f4dcc3b");
        });
    }

    @Test
    void all_rows_at_fault_are_named_at_once() {
        var errors = errors(HEADER
                + "ada,a@example.org,x,boss\n"
                + "ben,b@example.org,"
                + HASH
                + ",editor\n"
                + "cid,c@example.org,x,editor\n"
                + "dora,d@example.org\n");

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly("rows/2/hash", "rows/2/role", "rows/4/hash", "rows/5");
    }

    @Test
    void logins_and_email_addresses_are_unique_across_rows() {
        var errors = errors(HEADER
                + "ada,a@example.org,%s,editor\n".formatted(HASH)
                + "ADA,b@example.org,%s,editor\n".formatted(HASH)
                + "cid,A@example.org,%s,editor\n".formatted(HASH)
                + "b@example.org,d@example.org,%s,editor\n".formatted(HASH)
                + "e@example.org,e@example.org,%s,editor\n".formatted(HASH));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly("rows/3/login", "rows/4/email", "rows/5/login");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "1.5", "9999999999999999999", "1000000000001"})
    void an_id_is_a_number_that_can_be_kept(String id) {
        var errors = errors("id," + HEADER + id + ",ada,a@example.org,%s,editor\n".formatted(HASH));
        assertThat(errors).extracting(FieldError::field).containsExactly("rows/2/id");
    }

    @Test
    void no_more_than_a_hundred_errors_are_shown() {
        var errors = errors(HEADER + "ada,,,\n".repeat(60));
        assertThat(errors).hasSize(101);
        assertThat(errors.get(100).code()).isEqualTo("more_errors");
    }

    @Test
    void files_that_are_no_csv_no_utf_8_or_too_large_are_refused() {
        assertThat(errors(HEADER + "\"ada,a@example.org,secret\n"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("malformed");
                    assertThat(error.detail()).doesNotContain("secret");
                });
        assertThat(refusal((HEADER + "Zo\u00eb,,,\n").getBytes(ISO_8859_1)).errors())
                .extracting(FieldError::code)
                .containsExactly("invalid_encoding");
        assertThat(errors(HEADER + "a,b,c,d\n".repeat(UserFile.MAX_ROWS + 1)))
                .extracting(FieldError::code)
                .containsExactly("too_many_rows");
        assertThat(refusal(new byte[UserFile.MAX_BYTES + 1]).code()).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void a_logged_row_contains_no_hash() {
        var rows = read(HEADER + "ada,ada@example.org,%s,editor\n".formatted(HASH));
        assertThat(rows.toString()).contains("ada").doesNotContain(HASH);
    }

    private static List<UserRow> read(String text) {
        return UserFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<FieldError> errors(String text) {
        return refusal(text.getBytes(UTF_8)).errors();
    }

    private static CmsException refusal(byte[] bytes) {
        return catchThrowableOfType(CmsException.class, () -> UserFile.read(new ByteArrayInputStream(bytes)));
    }
}
