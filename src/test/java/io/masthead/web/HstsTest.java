package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HstsTest {

    @Test
    void hsts_is_sent_only_if_configured() {
        assertThat(sent(Duration.ofDays(365))).isEqualTo("max-age=31536000");
        assertThat(sent(Duration.ZERO)).isNull();
    }

    private static String sent(Duration maxAge) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(() -> maxAge).add(headers, "default-src 'none'");
        return headers.get("Strict-Transport-Security");
    }
}
