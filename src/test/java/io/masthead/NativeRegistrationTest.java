package io.masthead;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.platform.db.JsonRecordConverter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/**
 * A native executable holds only what is registered of that which is reached by reflection or as a
 * resource. Quarkus registers entities, resources and converters by itself; all else must say so.
 */
class NativeRegistrationTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** What HQL makes of each row; without a name the query is put together at run time. */
    private static final Pattern MADE_BY_QUERY =
            Pattern.compile("(?i)\\bselect\\s+(?:distinct\\s+)?new\\s+([a-zA-Z_$][\\w.$]*)?");

    /** These are told the type of a row by its class. */
    private static final Set<String> ASKING =
            Set.of("createQuery", "createSelectionQuery", "createNativeQuery", "createNamedQuery", "project");

    private static final String JACKSON = "com.fasterxml.jackson";
    private static final String DATABIND = JACKSON + ".databind";

    private static final Set<String> READING =
            Set.of("readValue", "treeToValue", "convertValue", "readerFor", "readerForUpdating", "constructType");

    /** These give Jackson maps and lists, which need no reflection, or records that a test looks for. */
    private static final Set<String> WRITERS = Set.of(
            "io.masthead.wp.rest.PhpJson",
            "io.masthead.wp.v2.menu.NavigationMarkup",
            JsonObjectConverter.class.getName(),
            JsonRecordConverter.class.getName());

    private static JavaClasses ours;
    private static Set<String> registered;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.masthead");
        registered = registered();
    }

    @Test
    void what_a_query_makes_by_its_name() {
        var made = new TreeSet<String>();
        classFiles()
                .forEach(file -> MADE_BY_QUERY
                        .matcher(text(file))
                        .results()
                        .forEach(found -> made.add(String.valueOf(found.group(1)))));

        assertThat(made).contains("io.masthead.permalink.PermalinkSource");
        assertThat(missing(made)).isEmpty();
    }

    @Test
    void what_a_query_is_told_to_make_by_its_class() {
        var made = namedWhere(call ->
                ASKING.contains(call.getName()) || call.getOwner().getName().equals(FilteredQuery.class.getName()));

        assertThat(made).contains("io.masthead.permalink.PermalinkSource");
        assertThat(missing(made)).isEmpty();
    }

    @Test
    void what_jackson_reads_or_is_told_about() {
        var annotated = ours.stream()
                .filter(NativeRegistrationTest::knowsJackson)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        var read =
                namedWhere(call -> call.getOwner().getName().startsWith(DATABIND) && READING.contains(call.getName()));

        assertThat(annotated).isNotEmpty();
        assertThat(missing(annotated)).isEmpty();
        assertThat(missing(read)).isEmpty();
    }

    /** Of the native API a test of its own says that all its records are registered. */
    @Test
    void nobody_else_gives_jackson_anything_but_trees() {
        var writers = ours.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().startsWith(DATABIND))
                .filter(call -> call.getName().startsWith("write")
                        || call.getName().startsWith("valueTo")
                        || call.getName().startsWith("convert"))
                .map(call -> call.getOriginOwner().getName())
                .filter(name -> !name.startsWith("io.masthead.api.v1."))
                .collect(Collectors.toSet());
        var answers = ours.stream()
                .filter(type -> !type.getPackageName().startsWith("io.masthead.api.v1"))
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method -> method.getRawReturnType().getName())
                .collect(Collectors.toSet());

        assertThat(writers).isEqualTo(WRITERS);
        assertThat(answers).containsExactly(Response.class.getName());
    }

    @Test
    void records_that_are_stored_as_json() {
        var stored = ours.stream()
                .filter(type -> type.isAssignableTo(JsonRecordConverter.class))
                .map(JavaClass::getSuperclass)
                .flatMap(Optional::stream)
                .filter(JavaParameterizedType.class::isInstance)
                .map(type -> ((JavaParameterizedType) type)
                        .getActualTypeArguments()
                        .get(0)
                        .toErasure()
                        .getName())
                .toList();

        assertThat(stored).isNotEmpty();
        assertThat(missing(stored)).isEmpty();
    }

    @Test
    void commands() {
        var commands = ours.stream()
                .filter(type -> type.isAnnotatedWith(Command.class))
                .map(JavaClass::getName)
                .toList();

        assertThat(commands).isNotEmpty();
        assertThat(missing(commands)).isEmpty();
    }

    @Test
    void files_that_are_packed() throws IOException {
        var globs = resources();
        try (var files = Files.walk(RESOURCES)) {
            var packed = files.filter(Files::isRegularFile)
                    .map(RESOURCES::relativize)
                    // Migrations: Quarkus' extension of Flyway registers them.
                    .filter(file -> !file.startsWith("db"))
                    // Branding: Quarkus builds it into the pages of Swagger UI.
                    .filter(file -> !file.startsWith("META-INF/branding"))
                    // Read by the build of the executable, and by nobody afterwards.
                    .filter(file -> !file.startsWith("META-INF/native-image"))
                    .toList();
            assertThat(packed)
                    .isNotEmpty()
                    .allMatch(file -> globs.stream().anyMatch(glob -> matches(glob, file)), "is registered");
        }
    }

    @Test
    void files_of_libraries_are_where_they_are_said_to_be() throws IOException {
        var loader = NativeRegistrationTest.class.getClassLoader();

        // Those with a wildcard are ours, see above.
        assertThat(resources().stream().filter(file -> !file.contains("*")))
                .allMatch(file -> loader.getResource(file) != null, "is on the class path");
    }

    private static boolean matches(String glob, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file);
    }

    private static List<String> resources() throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            properties.load(in);
        }
        return Stream.concat(
                        Stream.of(properties
                                .getProperty("quarkus.native.resources.includes")
                                .split(",")),
                        ours.stream()
                                .filter(type -> type.isAnnotatedWith(RegisterResources.class))
                                .map(type -> type.getAnnotationOfType(RegisterResources.class))
                                .flatMap(annotation -> Stream.of(annotation.globs())))
                .toList();
    }

    /** Types of ours that are named in code that makes such a call. */
    private static Set<String> namedWhere(Predicate<AccessTarget> call) {
        return ours.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getCallsFromSelf().stream().anyMatch(one -> call.test(one.getTarget())))
                .map(JavaCodeUnit::getReferencedClassObjects)
                .flatMap(Collection::stream)
                .map(reference -> reference.getRawType())
                .filter(type -> type.getPackageName().startsWith("io.masthead"))
                // The first are registered by Quarkus, the second made by nobody.
                .filter(type -> !type.isAnnotatedWith(Entity.class) && !type.isEnum())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static boolean knowsJackson(JavaClass type) {
        return Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMembers().stream()
                                .map(JavaMember::getAnnotations)
                                .flatMap(Collection::stream))
                .anyMatch(one -> one.getRawType().getPackageName().startsWith(JACKSON));
    }

    private static Set<String> missing(Collection<String> names) {
        var missing = new TreeSet<>(names);
        missing.removeAll(registered);
        return missing;
    }

    private static Set<String> registered() {
        var registered = new HashSet<String>();
        for (var type : ours) {
            if (type.isAnnotatedWith(RegisterForReflection.class)) {
                var annotation = type.getAnnotationOfType(RegisterForReflection.class);
                var named = Stream.concat(
                                Stream.of(annotation.targets()).map(Class::getName), Stream.of(annotation.classNames()))
                        .toList();
                registered.addAll(named.isEmpty() ? List.of(type.getName()) : named);
            }
        }
        // Types nested in them are registered with them.
        ours.stream()
                .map(JavaClass::getName)
                .filter(name -> registered.stream().toList().stream().anyMatch(outer -> name.startsWith(outer + "$")))
                .toList()
                .forEach(registered::add);
        return registered;
    }

    private static List<Path> classFiles() {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Constants of class files are found in this too, since HQL is in ASCII. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
