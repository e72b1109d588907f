package io.masthead;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The table of settings is complete, and has nothing that is not there. */
class ConfigurationDocumentTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

    /** A row: property, variable, default. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9.<>-]+)` \\| `([A-Z0-9_<>]+)` \\| `?([^|`]+)`? \\|", Pattern.MULTILINE);

    /** Settings that are read by name: before Quarkus starts, or in an expression. */
    private static final Pattern BY_NAME =
            Pattern.compile("(?:getOptionalValue\\(\\s*\"|\\$\\{)(masthead\\.[a-z0-9.-]+)");

    private static final List<Class<?>> CONFIGURED = configured();

    @Test
    void every_setting_is_in_the_table_and_nothing_else() throws IOException {
        assertThat(documented().keySet()).isEqualTo(settings());
    }

    @Test
    void the_table_gives_the_variables_their_names() throws IOException {
        documented()
                .forEach((property, row) -> assertThat(row.group(2))
                        .isEqualTo(property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)));
    }

    @Test
    void the_table_gives_the_defaults_that_hold() throws IOException {
        var rows = documented();
        var defaults = defaults();

        assertThat(defaults).isNotEmpty();
        defaults.forEach((property, value) ->
                assertThat(rows.get(property).group(3)).as(property).isEqualTo(value));
    }

    private static Map<String, Matcher> documented() throws IOException {
        var rows = new TreeMap<String, Matcher>();
        var found = ROW.matcher(Files.readString(DOCUMENT));
        while (found.find()) {
            var row = ROW.matcher(found.group());
            assertThat(row.find()).isTrue();
            rows.put(row.group(1), row);
        }
        return rows;
    }

    private static Set<String> settings() throws IOException {
        var settings = new TreeSet<>(defaults().keySet());
        mappings().forEach((property, value) -> settings.add(property));
        injected().forEach(settings::add);
        try (var files = Files.walk(SOURCES)) {
            Stream.concat(
                            Stream.of(PROPERTIES),
                            files.filter(file -> file.toString().endsWith(".java")))
                    .flatMap(file -> BY_NAME.matcher(read(file)).results())
                    .forEach(name -> settings.add(name.group(1)));
        }
        return settings;
    }

    /** Those of our own settings that have one, profiles apart. */
    private static Map<String, String> defaults() throws IOException {
        var defaults = new TreeMap<String, String>();
        var properties = new Properties();
        try (var in = Files.newBufferedReader(PROPERTIES)) {
            properties.load(in);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("masthead."))
                .forEach(name -> defaults.put(name, properties.getProperty(name)));
        mappings().forEach((name, value) -> {
            if (value != null) {
                defaults.put(name, value);
            }
        });
        return defaults;
    }

    /** Each setting of a {@code @ConfigMapping}, with its default or null. */
    private static Map<String, String> mappings() {
        var settings = new TreeMap<String, String>();
        CONFIGURED.stream()
                .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .forEach(type ->
                        add(type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
        return settings;
    }

    private static void add(Class<?> type, String prefix, Map<String, String> settings) {
        for (var method : type.getDeclaredMethods()) {
            var named = method.getAnnotation(WithName.class);
            var name = prefix + "." + (named == null ? kebab(method.getName()) : named.value());
            if (method.getGenericReturnType() instanceof ParameterizedType map && map.getRawType() == Map.class) {
                // The operator chooses the name, which the table shows as a place for one.
                add((Class<?>) map.getActualTypeArguments()[1], name + ".<name>", settings);
                continue;
            }
            var value = method.getAnnotation(WithDefault.class);
            settings.put(name, value == null ? null : value.value());
        }
    }

    private static Stream<String> injected() {
        return CONFIGURED.stream()
                .flatMap(type -> Stream.of(type.getDeclaredConstructors()))
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(ConfigProperty.class))
                .map(ConfigurationDocumentTest::name)
                .filter(name -> name.startsWith("masthead."));
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(ConfigProperty.class).name();
    }

    /** Those that are given settings; read once, since it takes a while. */
    private static List<Class<?>> configured() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.masthead").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class)
                                || type.getConstructors().stream()
                                        .flatMap(one -> one.getParameters().stream())
                                        .anyMatch(one -> one.isAnnotatedWith(ConfigProperty.class)))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
