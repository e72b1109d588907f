package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.event.EventConfig;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.social.SocialConfig;
import io.masthead.web.CacheConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {

    @TempDir
    Path folder;

    @Test
    void an_empty_folder_and_a_good_token_are_all_it_takes() {
        assertThat(refusal("masthead.db.url", file(), "masthead.admin.token", SecretFormat.API_TOKEN.generate()))
                .isEmpty();
    }

    @Test
    void a_new_data_folder_is_for_its_owner_alone() throws IOException {
        var url = "jdbc:h2:file:" + folder.resolve("data/masthead");

        assertThat(refusal("masthead.db.url", url)).isEmpty();

        assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("data/masthead.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void a_data_folder_from_before_is_closed_unless_it_holds_other_things() throws IOException {
        var url = "jdbc:h2:file:" + folder.resolve("data/masthead");
        refusal("masthead.db.url", url);
        open(folder.resolve("data"), "rwxr-xr-x");
        open(folder.resolve("data/masthead.mv.db"), "rw-r--r--");
        var other = Files.writeString(folder.resolve("data/other.txt"), "not ours");
        open(other, "rw-r--r--");

        refusal("masthead.db.url", url);
        assertThat(rights(folder.resolve("data/masthead.mv.db"))).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("data"))).isEqualTo("rwxr-xr-x");
        assertThat(rights(other)).isEqualTo("rw-r--r--");

        Files.delete(other);
        refusal("masthead.db.url", url);
        assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
    }

    @Test
    void a_cache_that_would_be_used_part_of_the_time_is_refused_on_postgresql() {
        var postgresql = "jdbc:postgresql://localhost:1/masthead";
        var shorter = "masthead.cache.max-stale";

        assertThat(refusal("masthead.db.url", postgresql, shorter, "1s"))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("MASTHEAD_CACHE_MAX_STALE", "MASTHEAD_EVENTS_POLL_INTERVAL"));
        assertThat(refusal("masthead.db.url", postgresql, shorter, "1s", "masthead.events.poll-interval", "500ms"))
                .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("CACHE"));
        assertThat(refusal("masthead.db.url", postgresql, shorter, "1s", "masthead.cache.size", "0"))
                .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("CACHE"));
        assertThat(refusal("masthead.db.url", file(), shorter, "1s")).isEmpty();
    }

    private static void open(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_database_that_cannot_be_written_is_refused() {
        refusal("masthead.db.url", file());

        assertThat(refusal("masthead.db.url", file() + ";ACCESS_MODE_DATA=r"))
                .hasValueSatisfying(said -> assertThat(said).contains("is not writable"));
    }

    @Test
    void a_start_without_a_writable_place_for_the_key_is_refused() throws IOException {
        var key = Files.writeString(folder.resolve("file"), "").resolve("secrets.key");

        assertThat(refusal("masthead.db.url", file(), "masthead.secrets.key-file", key.toString()))
                .hasValueSatisfying(said -> assertThat(said).contains(key.toString(), "MASTHEAD_SECRETS_KEY"));
    }

    @Test
    void a_token_of_another_form_is_refused_and_not_shown() {
        assertThat(refusal("masthead.db.url", file(), "masthead.admin.token", "hunter2"))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("MASTHEAD_ADMIN_TOKEN", "token generate")
                        .doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "masthead", "jdbc:mysql://localhost/masthead", "jdbc:h2", "postgresql://localhost/x"})
    void another_kind_of_url_is_refused(String url) {
        assertThat(refusal("masthead.db.url", url))
                .hasValueSatisfying(said -> assertThat(said).contains("MASTHEAD_DB_URL", "jdbc:"));
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_given_up_within_bounds() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var url = "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/x?password=hunter2";
            long before = System.nanoTime();
            var said = refusal("masthead.db.url", url);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
            assertThat(said)
                    .hasValueSatisfying(
                            it -> assertThat(it).contains("No PostgreSQL").doesNotContain("hunter2"));
        }
    }

    @Test
    void a_file_made_with_another_password_is_refused() {
        assertThat(refusal("masthead.db.url", file(), "masthead.db.password", "one"))
                .isEmpty();
        assertThat(refusal("masthead.db.url", file(), "masthead.db.password", "two"))
                .hasValueSatisfying(said ->
                        assertThat(said).contains("MASTHEAD_DB_PASSWORD").doesNotContain("one ", "two"));
    }

    @Test
    void a_schema_from_a_newer_version_is_refused() throws Exception {
        try (var connection = DriverManager.getConnection(
                        file() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "masthead", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table flyway_schema_history (version varchar, script varchar, type" + " varchar)");
            statement.execute("insert into flyway_schema_history values"
                    + " ('99999', 'db/migration/V99999__from_the_future.sql', 'SQL')");
        }

        assertThat(refusal("masthead.db.url", file(), "masthead.db.username", "masthead"))
                .hasValueSatisfying(said -> assertThat(said).contains("99999", "newer"));
    }

    @Test
    void an_option_that_contradicts_ours_is_refused() {
        assertThat(refusal("masthead.db.url", file() + ";MODE=MySQL"))
                .hasValueSatisfying(said -> assertThat(said).contains("MASTHEAD_DB_URL"));
    }

    static Stream<Arguments> providersThatMakeNoSense() {
        return Stream.of(
                Arguments.of("client-id", "", "issuer=https://id.example"),
                Arguments.of("issuer or a preset", "client-id=x", ""),
                Arguments.of("issuer or a preset", "client-id=x", "issuer=https://a.example,preset=github"),
                Arguments.of("unknown preset", "client-id=x", "preset=myspace"),
                Arguments.of("https", "client-id=x", "issuer=http://id.example"),
                Arguments.of("https", "client-id=x", "issuer=http://localhost.evil.example"),
                Arguments.of("https", "client-id=x", "issuer=id.example"),
                Arguments.of("https", "client-id=x", "issuer=https://id.example?tenant=1"));
    }

    @ParameterizedTest
    @MethodSource("providersThatMakeNoSense")
    void a_provider_that_makes_no_sense_is_refused(String word, String first, String second) {
        assertThat(refusal(provider("social", first, second)))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("masthead.social.providers.social", word)
                        .doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preset=google", "issuer=https://id.example", "issuer=http://localhost:8180/realms/x"})
    void a_provider_that_is_complete_is_taken(String kind) {
        assertThat(refusal(provider("social", "client-id=x", kind))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"So", "a.b", "a-b", "password", "aaaaaaaaaaaaaaaaaaaaa", "../x"})
    void a_provider_with_an_invalid_name_is_refused(String name) {
        assertThat(refusal(provider("\"" + name + "\"", "client-id=x", "preset=github")))
                .hasValueSatisfying(said -> assertThat(said).contains("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cms.example", "ftp://cms.example", "https://", "https://a@cms.example"})
    void providers_need_an_address_to_come_back_to(String base) {
        var settings = provider("social", "client-id=x", "preset=github");
        settings[1] = base;

        assertThat(refusal(settings))
                .hasValueSatisfying(said -> assertThat(said).contains("MASTHEAD_SOCIAL_BASE_URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//news.example", "*", "news.example", "javascript:alert(1)"})
    void an_address_to_return_to_that_is_not_absolute_is_refused(String address) {
        assertThat(refusal("masthead.db.url", file(), "masthead.social.return-to", address))
                .hasValueSatisfying(said -> assertThat(said).contains("MASTHEAD_SOCIAL_RETURN_TO", address));
    }

    @Test
    void providers_can_be_named_in_the_environment() {
        var settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SocialConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(EventConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "MASTHEAD_SOCIAL_PROVIDERS_ACME_CLIENT_ID",
                                "x",
                                "MASTHEAD_SOCIAL_PROVIDERS_ACME_PRESET",
                                "github"),
                        300))
                .build()
                .getConfigMapping(SocialConfig.class);

        assertThat(settings.providers().get("acme").clientId()).hasValue("x");
        assertThat(settings.providers()).hasSize(1);
    }

    private String[] provider(String name, String... settings) {
        var all = new ArrayList<String>();
        all.addAll(List.of("masthead.social.base-url", "https://cms.example"));
        all.addAll(List.of("masthead.db.url", file()));
        var prefix = "masthead.social.providers." + name + ".";
        all.addAll(List.of(prefix + "client-secret", "hunter2"));
        for (var setting : String.join(",", settings).split(",", -1)) {
            if (!setting.isEmpty()) {
                var parts = setting.split("=", 2);
                all.addAll(List.of(prefix + parts[0], parts[1]));
            }
        }
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "/https://.*/",
                "https://example.org/",
                "https://example.org/blog",
                "https://Example.org",
                "https://user@example.org",
                "https://example.org:443",
                "https://example.org:99999",
                "http://example.org",
                "http://localhost.example.org",
                "http://localhost:80",
                "ftp://example.org",
                "example.org",
                "https://",
                "https://example.org, *"
            })
    void an_inexact_origin_is_refused(String origins) {
        assertThat(refusal("masthead.db.url", file(), "masthead.cors.origins", origins))
                .hasValueSatisfying(said -> assertThat(said).contains("MASTHEAD_CORS_ORIGINS", "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://www.xn--bcher-kva.example:8443,https://example.org",
                "http://localhost:3000",
                "http://127.0.0.1:5173",
                "http://[::1]:3000",
                "https://[2001:db8::1]"
            })
    void exact_origins_are_taken(String origins) {
        assertThat(refusal("masthead.db.url", file(), "masthead.cors.origins", origins))
                .isEmpty();
    }

    private String file() {
        return "jdbc:h2:file:" + folder.resolve("masthead");
    }

    private static Optional<String> refusal(String... settings) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return StartChecks.refusal(settings(values));
    }

    private static SmallRyeConfig settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SocialConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(EventConfig.class)
                .withDefaultValues(values)
                .build();
    }
}
