package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.user.credential.SecretFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartNoticeTest {

    private final String token = SecretFormat.API_TOKEN.generate();

    @Test
    void the_first_start_ends_with_its_token_and_a_command_that_uses_it() {
        var notice = new StartNotice(8085, Optional::empty);
        notice.show(token);

        assertThat(printed(notice))
                .contains("http://localhost:8085/docs")
                .contains("Your token     " + token)
                .contains("curl -H \"Authorization: Bearer " + token + "\" http://localhost:8085/api/v1/me");
    }

    @Test
    void a_token_is_printed_once() {
        var notice = new StartNotice(8080, Optional::empty);
        notice.show(token);
        printed(notice);

        assertThat(printed(notice)).doesNotContain(token).contains("printed once by the first start", "token reset");
    }

    @Test
    void a_configured_token_is_named_and_never_printed() {
        var notice = new StartNotice(8080, () -> Optional.of(token));

        assertThat(printed(notice)).contains("MASTHEAD_ADMIN_TOKEN").doesNotContain(token);
    }

    private static String printed(StartNotice notice) {
        var bytes = new ByteArrayOutputStream();
        notice.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
