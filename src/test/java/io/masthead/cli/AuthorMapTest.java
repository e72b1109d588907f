package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class AuthorMapTest {

    @Test
    void each_choice_names_an_author_and_a_user() {
        var map = AuthorMap.of(List.of("ada=admin", "ben of old = ben"), Masthead.commands());
        assertThat(map).isEqualTo(Map.of("ada", "admin", "ben of old", "ben"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada=", "=admin", " = ", "ada=ben=cid", "ada:admin"})
    void another_form_is_refused(String choice) {
        assertThatThrownBy(() -> AuthorMap.of(List.of(choice), Masthead.commands()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("OLD=NEW");
    }

    @Test
    void an_author_listed_twice_is_refused() {
        assertThatThrownBy(() -> AuthorMap.of(List.of("ada=ben", "ada=cid"), Masthead.commands()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("\"ada\"");
    }

    @Test
    void the_command_refuses_it_before_it_looks_at_anything_else() {
        var err = new StringWriter();
        var code = Masthead.commands()
                .setErr(new PrintWriter(err))
                .execute("import", "--map-author", "ada", "there-is-no-such-file.xml");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("OLD=NEW").doesNotContain("no file");
    }
}
