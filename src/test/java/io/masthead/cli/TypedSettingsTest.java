package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSettingsTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");

    /** A documented setting with a default. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9.-]+)` \\| `[A-Z0-9_]+` \\| `([^`]+)` \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "masthead.sessions.idle | x | a length of time such as 90s, 10m or 14d",
                "masthead.sessions.idle | -1d | a length of time such as 90s, 10m or 14d",
                "masthead.sessions.access-token | 0 | a length of time such as 90s, 10m or 14d",
                "masthead.cache.shared-max-age | -1s | a length of time such as 90s, 10m or 14d, or" + " 0",
                "masthead.http.port | eighty | a port from 0 to 65535",
                "masthead.http.port | 65536 | a port from 0 to 65535",
                "masthead.management.port | -1 | a port from 0 to 65535",
                "masthead.sample | ture | true or false",
                "masthead.proxies.header | x-real-ip | x-forwarded-for or forwarded",
                "masthead.mail.start-tls | maybe | REQUIRED, OPTIONAL or DISABLED",
                "masthead.imports.max-size | much | a number of bytes such as 512M or 2G, at most 64G",
                "masthead.media.max-size | 65G | a number of bytes such as 512M or 2G, at most 64G",
                "masthead.media.widths | 320,x | numbers from 1 to 4096, separated by commas",
                "masthead.media.widths | 320,9999 | numbers from 1 to 4096, separated by commas",
                "masthead.media.ratios | 16x9 | proportions such as 3:2,16:9",
                "masthead.akismet.url | akismet | a URL that begins with https:// or http://",
                "masthead.mail.reset-url | ht tp:// | a URL that begins with https:// or http://",
                "masthead.passwords.memory | 64M | a number of KiB from 7168 to 131072"
            })
    void an_invalid_setting_is_refused_in_one_sentence(String name, String value, String allowed) {
        assertThat(refusal(Map.of(name, value)))
                .hasValue("%s (%s) is '%s': use %s.".formatted(TypedSettings.variable(name), name, value, allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "masthead.sessions.idle, 14d",
        "masthead.sessions.idle, PT5M",
        "masthead.sessions.idle, 600",
        "masthead.comments.check-wait, 0",
        "masthead.http.port, 0",
        "masthead.sample, TRUE",
        "masthead.media.widths, '320, 640'",
        "masthead.media.ratios, '3:2,16:9'",
        "masthead.media.wait, 0",
        "masthead.proxies.header, X_FORWARDED_FOR",
        "masthead.mail.start-tls, optional",
        "masthead.akismet.url, http://localhost:8089",
        "masthead.attempts.account, 3/30s"
    })
    void a_valid_setting_is_accepted(String name, String value) {
        assertThat(refusal(Map.of(name, value))).isEmpty();
    }

    @Test
    void an_empty_required_setting_is_refused() {
        assertThat(refusal(Map.of("masthead.sessions.idle", "")))
                .hasValueSatisfying(said -> assertThat(said).startsWith("MASTHEAD_SESSIONS_IDLE"));
        assertThat(refusal(Map.of("masthead.mail.reset-url", ""))).isEmpty();
    }

    @Test
    void user_info_in_a_url_is_not_shown() {
        assertThat(refusal(Map.of("masthead.akismet.url", "ftp://me:hunter2@example.org")))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("'ftp://example.org'").doesNotContain("hunter2"));
    }

    @Test
    void a_password_with_an_expression_in_it_is_refused_and_not_shown() {
        assertThat(refusal(Map.of("masthead.db.password", "a${hunter2}")))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("MASTHEAD_DB_PASSWORD")
                        .contains("\\${")
                        .doesNotContain("hunter2"));
        assertThat(refusal(Map.of("masthead.db.password", "a\\${hunter2}"))).isEmpty();
    }

    @Test
    void no_setting_that_is_more_than_text_is_left_out() {
        var typed = new TreeSet<String>();
        for (var type : configured()) {
            if (type.isAnnotationPresent(ConfigMapping.class)) {
                add(type, type.getAnnotation(ConfigMapping.class).prefix(), typed);
            }
            Stream.of(type.getDeclaredConstructors())
                    .flatMap(constructor -> Stream.of(constructor.getParameters()))
                    .filter(one -> one.isAnnotationPresent(ConfigProperty.class))
                    .filter(one -> !isText(one.getParameterizedType()))
                    .map(one -> one.getAnnotation(ConfigProperty.class).name())
                    .filter(name -> name.startsWith("masthead."))
                    .forEach(typed::add);
        }

        assertThat(typed).contains("masthead.sessions.idle", "masthead.http.port");
        assertThat(TypedSettings.all().keySet()).containsAll(typed);
    }

    @Test
    void defaults_are_valid_and_all_settings_are_documented() throws IOException {
        var text = Files.readString(DOCUMENT);
        var defaults = new HashMap<String, String>();
        ROW.matcher(text).results().forEach(row -> defaults.put(row.group(1), row.group(2)));

        assertThat(TypedSettings.all().keySet()).allMatch(name -> text.contains("| `" + name + "` |"), "is documented");
        TypedSettings.all().forEach((name, kind) -> {
            if (defaults.containsKey(name)) {
                assertThat(kind.allows(defaults.get(name))).as(name).isTrue();
            }
        });
    }

    private static void add(Class<?> mapping, String prefix, Set<String> typed) {
        for (var method : mapping.getDeclaredMethods()) {
            var name = prefix + "." + name(method);
            if (method.getReturnType() == Map.class) {
                // Settings with a name chosen by the operator; all of them are text.
                assertThat(Stream.of(((Class<?>) arguments(method.getGenericReturnType())[1]).getDeclaredMethods())
                                .allMatch(one -> isText(one.getGenericReturnType())))
                        .isTrue();
            } else if (!isText(method.getGenericReturnType())) {
                typed.add(name);
            }
        }
    }

    private static boolean isText(Type type) {
        return type == String.class
                || (type instanceof ParameterizedType of
                        && (of.getRawType() == Optional.class || of.getRawType() == List.class)
                        && isText(arguments(type)[0]));
    }

    private static Type[] arguments(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments();
    }

    /** The configuration mappings. */
    private static List<Class<?>> configured() {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(TypedSettingsTest::namesSettings)
                    .map(file -> CLASSES.relativize(file).toString())
                    .<Class<?>>map(TypedSettingsTest::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean namesSettings(Path file) {
        try {
            var constants = Files.readString(file, StandardCharsets.ISO_8859_1);
            return constants.contains("Lio/smallrye/config/ConfigMapping;")
                    || constants.contains("Lorg/eclipse/microprofile/config/inject/ConfigProperty;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace('/', '.'), false, TypedSettingsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> refusal(Map<String, String> values) {
        return TypedSettings.refusal(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValues(values)
                .build());
    }

    private static String name(Method method) {
        var named = method.getAnnotation(WithName.class);
        return named == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : named.value();
    }
}
