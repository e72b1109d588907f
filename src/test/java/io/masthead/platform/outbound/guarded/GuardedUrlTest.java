package io.masthead.platform.outbound.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import java.net.InetAddress;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedUrlTest {

    private static final DestinationRule RULE = new PublicDestinations();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org|https://example.org/",
                "HTTPS://Example.ORG:443/A|https://example.org/A",
                "http://example.org:8080/a?b=c#d|http://example.org:8080/a?b=c",
                "http://example.org?b|http://example.org/?b",
                "http://a_b.example.org/%2e%2e/x|http://a_b.example.org/%2e%2e/x",
                "https://xn--fhre-0qa.example/f\u00e4hre.jpg|https://xn--fhre-0qa.example/f%C3%A4hre.jpg",
                "http://8.8.8.8/|http://8.8.8.8/",
                "http://127.0.0.1/|http://127.0.0.1/",
                "http://1.2.3.example/|http://1.2.3.example/",
                "http://[2606:4700::1]/|http://[2606:4700::1]/",
                "http://[::FFFF:7f00:1]:80/|http://[::ffff:7f00:1]/"
            })
    void a_url_is_taken_apart(String text, String read) throws FetchFailedException {
        assertThat(GuardedUrl.parse(text, RULE)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ferry.jpg",
                "https://example.org/\u1fef",
                "https://example.org/\ud800",
                "//example.org/a",
                "/a",
                "https:",
                "https:example.org",
                "https:///a",
                "https://:80/a",
                "https://?a",
                "file:///etc/passwd",
                "file://example.org/etc/passwd",
                "ftp://example.org/a",
                "gopher://example.org/a",
                "data:image/png;base64,AA",
                "jar:http://example.org/a!/b",
                "javascript:alert(1)",
                "ws://example.org/",
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://@example.org/",
                "http://example.org@127.0.0.1/",
                "http://example.org%40127.0.0.1/",
                "http://example.org\\@127.0.0.1/",
                "http://example.org#@127.0.0.1\\",
                "http://example.org /",
                " http://example.org/",
                "http://example.org/a b",
                "http://example.org/\r\nX: y",
                "http://example.org/\u0000",
                "http://example.org:/",
                "http://example.org:80:80/",
                "http://example.org:-80/",
                "http://example.org:+80/",
                "http://example.org:8 0/",
                "http://f\u00e4hre.example/",
                "http://\u2460\u2461\u2466.0.0.1/",
                "http://\uff11\uff12\uff17.0.0.1/",
                "http://127\u30020\u30020\u30021/",
                "http://.example.org/",
                "http://example..org/",
                "http://example.org./",
                "http://-example.org/",
                "http://example-.org/",
                "http://[::1/",
                "http://::1/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[v1.a]/",
                "http://[::1].example.org/"
            })
    void s35_what_is_no_plain_url_of_a_host_is_refused(String text) {
        assertRefused(text, Reason.INVALID_URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "127.0.0.1.1",
                "127.0.0.256",
                "127.0.0.-1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7F.1",
                "0x7f.0x0.0x0.0x1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.0x1",
                "0x",
                "0",
                "1.2.3.4.5",
                "4294967296",
                "169.254.43518",
                "example.org.1",
                "example.0x1",
                "127.0.0.1%2e",
                "127.0.0.%31"
            })
    void s35_numbers_are_four_decimal_ones(String host) {
        assertRefused("http://" + host + "/a", Reason.INVALID_URL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 22, 25, 81, 5432, 6379, 65535, 65536, 99999})
    void s35_other_ports_are_refused(int port) {
        assertRefused("http://example.org:" + port + "/a", Reason.REFUSED_PORT);
    }

    @Test
    void lengths_are_limited() {
        assertRefused("http://example.org/" + "a".repeat(2000), Reason.INVALID_URL);
        assertRefused("http://" + "a".repeat(64) + ".org/", Reason.INVALID_URL);
        assertRefused("http://" + "a.".repeat(126) + "org/", Reason.INVALID_URL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.org/a/b|c?d|http://example.org/a/c?d",
                "http://example.org/a/b|/|http://example.org/",
                "http://example.org/a/b|//EXAMPLE.org/c|http://example.org/c",
                "http://example.org/a/b|https://example.org/c|https://example.org/c",
                "http://example.org:8080/a|https://example.org/c|https://example.org/c",
                "https://example.org/a|https://example.org:443/c|https://example.org/c",
                "http://example.org:8080/a|/c|http://example.org:8080/c"
            })
    void a_redirect_stays_with_its_host(String from, String location, String to) throws FetchFailedException {
        assertThat(GuardedUrl.parse(from, RULE).redirectedTo(location, RULE)).hasToString(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.org/a|http://www.example.org/a",
                "http://example.org/a|http://127.0.0.1/a",
                "http://example.org/a|//127.0.0.1/a",
                "http://example.org/a|http://2130706433/a",
                "http://example.org/a|http://example.org:8080/a",
                "http://example.org/a|http://example.org:22/a",
                "http://example.org/a|http://user@example.org/a",
                "https://example.org/a|http://example.org/a",
                "https://example.org:8443/a|http://example.org:8443/a",
                "https://example.org/a|https://example.org:8443/a",
                "http://example.org/a|file:///etc/passwd",
                "http://example.org/a|gopher://example.org/",
                "http://example.org/a|http://[::1]/",
                "http://example.org/a|http://example.org\\@127.0.0.1/",
                "http://example.org/a|a b"
            })
    void s37_a_redirect_to_elsewhere_is_refused(String from, String location) throws FetchFailedException {
        var url = GuardedUrl.parse(from, RULE);

        assertThatThrownBy(() -> url.redirectedTo(location, RULE))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED_REDIRECT))
                .hasMessageNotContaining("127.0.0.1");
    }

    /** What is taken for a name is no number to any resolver; what is an address is that one. */
    @Test
    void s35_every_way_to_write_a_number_is_either_refused_or_what_it_seems() throws Exception {
        for (var host : Stream.of(127, 10, 8)
                .flatMap(first -> Stream.of("%d", "0%o", "0x%x", "00%o", "0X%X")
                        .map(form -> form.formatted(first))
                        .flatMap(octet -> Stream.of(octet, octet + ".1", octet + ".0.1", octet + ".0.0.1")))
                .toList()) {
            try {
                var read = GuardedUrl.parse("http://" + host + "/", RULE).host();
                assertThat(InetAddress.getByName(read).getHostAddress()).isEqualTo(host.toLowerCase(Locale.ROOT));
            } catch (FetchFailedException e) {
                assertThat(e.reason()).isEqualTo(Reason.INVALID_URL);
            }
        }
    }

    private static void assertRefused(String text, Reason reason) {
        assertThatThrownBy(() -> GuardedUrl.parse(text, RULE))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageNotContaining("secret");
    }
}
