package io.masthead.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:DB8:1:2::1, 2001:db8:1:2:0::3, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
        "fe80::1%eth0, fe80::2%eth1, true",
        "'', 192.0.2.7, false",
        "no address, 192.0.2.7, false",
        "a:b:c, 192.0.2.7, false",
    })
    void addresses_are_one_client_where_one_client_can_choose_between_them(String one, String other, boolean same) {
        assertThat(ClientNetwork.of(one).equals(ClientNetwork.of(other))).isEqualTo(same);
    }

    @Test
    void a_limit_is_so_many_in_a_time() {
        assertThat(AttemptLimit.parse(" 10/10m ")).isEqualTo(new AttemptLimit(10, Duration.ofMinutes(10)));
        assertThat(AttemptLimit.parse("1/2d").window()).isEqualTo(Duration.ofDays(2));
        assertThat(AttemptLimit.parse("5/1h").step()).isEqualTo(720_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0/1m", "10/0s", "-1/1m", "10/m", "10 per minute", "10/1w"})
    void and_nothing_else(String text) {
        assertThatThrownBy(() -> AttemptLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10/10m");
    }
}
