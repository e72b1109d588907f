package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHopsTest {

    private static final TrustedProxies TRUSTED =
            TrustedProxies.of(List.of("10.0.0.0/8", "2001:db8:1::/48", "127.0.0.1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer | X-Forwarded-For | client
                "192.0.2.1 | 198.51.100.7 | 192.0.2.1",
                "10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 203.0.113.9, 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 203.0.113.9, 198.51.100.7, 10.1.1.1 | 198.51.100.7",
                "10.0.0.1 | 10.2.2.2 | 10.2.2.2",
                "10.0.0.1 | 198.51.100.7:4711 | 198.51.100.7",
                "10.0.0.1 | [2001:db8::7]:4711 | 2001:db8::7",
                "2001:db8:1::5 | 2001:db8::7 | 2001:db8::7",
                "::ffff:10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | evil.example | 10.0.0.1",
                "10.0.0.1 | 203.0.113.1%zone | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7, unknown | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7, , 10.3.3.3 | 10.3.3.3",
                "10.0.0.1 | '' | 10.0.0.1",
            })
    void S58_only_what_trusted_proxies_wrote_is_believed(String peer, String header, String client) {
        assertThat(ForwardedHops.byList(peer, List.of(header), TRUSTED)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=198.51.100.7 | 198.51.100.7",
                "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe::17",
                "for=203.0.113.9;by=203.0.113.43, proto=https;for=198.51.100.7 | 198.51.100.7",
                "for=198.51.100.7, for=10.9.9.9;host=a | 198.51.100.7",
                "for=_hidden | 10.0.0.1",
                "for=unknown | 10.0.0.1",
                "by=10.0.0.2 | 10.0.0.1",
                "for= | 10.0.0.1",
            })
    void the_standard_header_is_read_alike(String header, String client) {
        assertThat(ForwardedHops.byStandard("10.0.0.1", List.of(header), TRUSTED))
                .isEqualTo(client);
    }

    @Test
    void several_lines_are_one_list() {
        assertThat(ForwardedHops.byList("10.0.0.1", List.of("203.0.113.9", "198.51.100.7, 10.0.0.2"), TRUSTED))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void without_proxies_no_header_is_believed() {
        assertThat(ForwardedHops.byList("10.0.0.1", List.of("192.0.2.66"), TrustedProxies.of(List.of())))
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.9.9.9, true",
        "10.1.2.3, 10.1.2.4, false",
        "200.0.0.0/7, 201.255.0.1, true",
        "200.0.0.0/7, 202.0.0.1, false",
        "0.0.0.0/0, 255.1.1.1, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 10.0.0.1, false",
        "ff00::/9, ff7f::1, true",
        "ff00::/9, ff80::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "::ffff:10.0.0.0/8, 10.0.0.9, true",
        "10.0.0.0/8, ::ffff:10.0.0.9, true",
    })
    void a_network_is_an_address_and_the_number_of_its_leading_bits(String network, String peer, boolean trusted) {
        assertThat(TrustedProxies.of(List.of(network)).trust(peer)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "localhost",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "::ffff:10.0.0.0/104",
                "2001:db8::/129",
                "10.0.0.0/8/8",
                "10.0.0"
            })
    void an_invalid_network_is_named(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
