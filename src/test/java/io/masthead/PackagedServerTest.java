package io.masthead;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tests of the surfaces run on what is shipped too: beside each {@code XTest} stands an {@code
 * XIT}. Those that cannot are listed here with the reason.
 */
class PackagedServerTest {

    private static final Map<String, String> IN_PROCESS_ONLY = Map.ofEntries(
            Map.entry("StatementCountTest", "counts statements"),
            Map.entry("PostListCostTest", "counts statements"),
            Map.entry("SvgUploadTest", "needs a setting that is off by default"),
            Map.entry("LastAdministratorTest", "suspends all other administrators in the database"),
            Map.entry("PasswordResetResourceTest", "reads mails"),
            Map.entry("ScheduledPublishingTest", "moves the clock"),
            Map.entry("WpCrossOriginTest", "changes the configuration while the server runs"),
            Map.entry("TwoAddressesTest", "changes the configuration while the server runs"),
            Map.entry("UserEmbedsTest", "asks the core itself"),
            Map.entry("EmbeddingListsTest", "takes all turns of a lane"),
            Map.entry("DocumentedLimitsTest", "asks the core itself"),
            Map.entry("WpDocumentOfRoutesTest", "makes the document from the routes of the server"),
            Map.entry("MediaFetchTest", "fetches from this machine, which a server that is shipped never does"),
            Map.entry("RecordingsTest", "replaces the database, and moves the clock"));

    /** What every build runs on the jar; the others take too long for it. */
    private static final Set<String> IN_EVERY_BUILD = Set.of("PostResourceIT", "SurfacesIT");

    private static JavaClasses tests;

    @BeforeAll
    static void read() {
        tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.masthead");
    }

    @Test
    void each_test_of_a_surface_runs_on_what_is_shipped_or_says_why_not() {
        var left = ofSurfaces()
                .filter(test -> test.getSubclasses().stream().noneMatch(PackagedServerTest::isShipped))
                .map(JavaClass::getSimpleName)
                .collect(toSet());

        assertThat(left).isEqualTo(IN_PROCESS_ONLY.keySet());
    }

    @Test
    void what_runs_there_asks_for_no_beans() {
        var asking = shipped()
                .flatMap(test -> test.getAllFields().stream())
                .filter(field -> field.isAnnotatedWith(Inject.class) || field.isAnnotatedWith(ConfigProperty.class))
                .toList();

        assertThat(asking).isEmpty();
    }

    @Test
    void every_build_runs_few_of_them() {
        var untagged = shipped()
                .filter(test -> !test.isAnnotatedWith(Tag.class))
                .map(JavaClass::getSimpleName)
                .collect(toSet());

        assertThat(untagged).isEqualTo(IN_EVERY_BUILD);
        assertThat(shipped()).hasSizeGreaterThan(60);
    }

    private static Stream<JavaClass> ofSurfaces() {
        return tests.stream()
                .filter(test -> test.isAnnotatedWith(QuarkusTest.class))
                .filter(test -> test.getPackageName().startsWith("io.masthead.api")
                        || test.getPackageName().startsWith("io.masthead.wp"));
    }

    private static Stream<JavaClass> shipped() {
        return tests.stream().filter(test -> test.isAnnotatedWith(QuarkusIntegrationTest.class));
    }

    private static boolean isShipped(JavaClass test) {
        return test.isAnnotatedWith(QuarkusIntegrationTest.class);
    }
}
