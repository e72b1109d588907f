package io.masthead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.masthead.platform.db.UntilShutdown;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. If one of these fails, move the code rather than the rule. */
class ArchitectureTest {

    private static final String[] NOUNS =
            packages("post", "taxonomy", "comment", "media", "user", "setting", "permalink", "menu", "pattern");
    private static final String[] FEATURES = Stream.of(NOUNS, packages("privacy", "imports", "dynamic", "platform"))
            .flatMap(Stream::of)
            .toArray(String[]::new);
    private static final String[] CORE =
            Stream.of(FEATURES, packages("kernel", "text")).flatMap(Stream::of).toArray(String[]::new);

    /** The one room of the platform that speaks with other servers, for those outside the core. */
    private static final String OUTBOUND = "io.masthead.platform.outbound..";

    private static final String[] EDGE = packages("api", "wp", "web", "auth");

    private static JavaClasses masthead;

    @BeforeAll
    static void read() {
        masthead = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.masthead");
    }

    @Test
    void the_core_knows_nothing_of_the_wire() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(OUTBOUND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.openapi..",
                        "io.smallrye.openapi..",
                        "io.vertx..",
                        "org.jboss.resteasy.."));
    }

    @Test
    void the_core_knows_no_jackson_except_to_store_json() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage("io.masthead.platform.db..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.."));
    }

    @Test
    void whoever_begins_a_transaction_has_it_repeated_after_a_conflict() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.masthead.platform.db..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(QuarkusTransaction.class.getName()));
    }

    @Test
    void the_core_knows_no_surface() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGE));
    }

    @Test
    void the_two_surfaces_are_strangers() {
        check(mayNotKnow(packages("api"), packages("wp")));
        check(mayNotKnow(packages("wp"), packages("api")));
    }

    @Test
    void surfaces_and_web_know_no_persistence() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packages("api", "wp", "web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "org.hibernate..",
                        "io.quarkus.hibernate..",
                        "io.quarkus.panache.."));
    }

    @Test
    void kernel_and_text_know_no_feature() {
        check(mayNotKnow(packages("kernel", "text"), FEATURES));
    }

    @Test
    void kernel_knows_no_framework_but_cdi() {
        check(noClasses()
                .that()
                .resideInAPackage("io.masthead.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.persistence..", "org.hibernate.."));
    }

    @Test
    void text_is_pure_functions_without_cdi() {
        check(noClasses()
                .that()
                .resideInAPackage("io.masthead.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus.."));
    }

    @Test
    void formats_know_no_renderer_of_all_of_them() {
        check(noClasses()
                .that()
                .resideInAPackage("io.masthead.text")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.masthead.text.*.."));
        check(mayNotKnow(packages("text.wordpress"), packages("text.content")));
    }

    @Test
    void settings_and_users_know_no_other_noun() {
        check(mayNotKnow(packages("setting", "user"), packages("taxonomy", "media", "post", "permalink", "comment")));
    }

    @Test
    void categories_and_media_know_neither_posts_nor_comments() {
        check(mayNotKnow(packages("taxonomy", "media"), packages("post", "permalink", "comment")));
    }

    @Test
    void posts_know_neither_their_addresses_nor_comments() {
        check(mayNotKnow(packages("post"), packages("permalink", "comment")));
    }

    @Test
    void addresses_know_no_comments() {
        check(mayNotKnow(packages("permalink"), packages("comment")));
    }

    @Test
    void menus_know_no_comments_and_no_noun_knows_menus() {
        check(mayNotKnow(packages("menu"), packages("comment")));
        check(mayNotKnow(
                packages("setting", "user", "taxonomy", "media", "post", "permalink", "comment"), packages("menu")));
    }

    @Test
    void the_platform_knows_no_noun() {
        check(mayNotKnow(packages("platform"), NOUNS));
        check(mayNotKnow(packages("platform"), packages("privacy", "imports")));
    }

    @Test
    void nouns_know_no_operation_over_several_of_them() {
        check(mayNotKnow(NOUNS, packages("privacy", "imports", "dynamic")));
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching("io.masthead.(*)..").should().beFreeOfCycles());
        check(slices().matching("io.masthead.platform.(*)..").should().beFreeOfCycles());
        check(slices().matching("io.masthead.user.(*)..").should().beFreeOfCycles());
        check(slices().matching("io.masthead.api.v1.(*)..").should().beFreeOfCycles());
        for (var noun : List.of("post", "comment", "imports", "text")) {
            check(slices().matching("io.masthead." + noun + ".(*)..").should().beFreeOfCycles());
        }
    }

    @Test
    void what_a_timer_begins_ends_before_the_database_closes() {
        check(methods().that().areAnnotatedWith(Scheduled.class).should().beAnnotatedWith(UntilShutdown.class));
    }

    @Test
    void adapters_stand_outside_the_core_and_implement_its_ports() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.masthead.adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.masthead.adapter.."));
        check(mayNotKnow(packages("adapter"), EDGE));
    }

    @Test
    void the_core_asks_no_other_server() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(OUTBOUND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OUTBOUND));
    }

    @Test
    void one_client_asks_other_servers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(OUTBOUND)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\..*|HttpURLConnection|URLConnection)"
                        + "|io\\.vertx\\..*\\.(HttpClient|WebClient)"
                        + "|.*RestClientBuilder|jakarta\\.ws\\.rs\\.client\\..*"));
    }

    @Test
    void one_adapter_knows_the_client_of_buckets() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.masthead.adapter.s3..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3.."));
    }

    @Test
    void import_services_are_called_by_imports_alone() {
        for (var noun : NOUNS) {
            check(classes()
                    .that()
                    .resideInAPackage(noun)
                    .and()
                    .haveSimpleNameEndingWith("Import")
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage(noun, "io.masthead.imports.."));
        }
    }

    @Test
    void terms_are_removed_by_way_of_posts_alone() {
        onlyBy("io.masthead.taxonomy.TermDeletionSteps", packages("taxonomy", "post"));
    }

    @Test
    void users_are_removed_by_way_of_privacy_alone() {
        onlyBy("io.masthead.user.UserDeletionSteps", "io.masthead.user", "io.masthead.privacy");
    }

    @Test
    void privacy_alone_has_comments_forget_who_wrote_them() {
        for (var type : List.of("AuthorComments", "PersonalDataBatches")) {
            onlyBy("io.masthead.comment." + type, "io.masthead.comment", "io.masthead.privacy");
        }
    }

    @Test
    void comments_change_their_status_by_rooms_of_theirs_alone() {
        onlyBy("io.masthead.comment.CommentTransitions", "io.masthead.comment..");
    }

    @Test
    void a_noun_alone_asks_its_rules_and_changes_its_rows() {
        for (var type : List.of("access.PostRights", "access.PostVisibility")) {
            onlyBy("io.masthead.post." + type, "io.masthead.post..");
        }
        for (var type : List.of("CommentPolicy", "spam.CheckQueue", "spam.PendingChecks", "thread.ThreadRepository")) {
            onlyBy("io.masthead.comment." + type, "io.masthead.comment..");
        }
    }

    @Test
    void posts_and_comments_alone_set_what_is_stored_of_them() {
        for (var type : List.of("post.PostColumns", "comment.CommentColumns")) {
            var columns = JavaClass.Predicates.assignableTo("io.masthead." + type);
            check(noClasses()
                    .that(DescribedPredicate.not(columns))
                    .should()
                    .accessFieldWhere(JavaFieldAccess.Predicates.target(HasOwner.Predicates.With.owner(columns))));
        }
    }

    @Test
    void accounts_are_changed_by_those_who_decide_who_may() {
        onlyBy("io.masthead.user.UserAccounts", "io.masthead.user..");
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        check(methods()
                .that(answerRequests())
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith("io.quarkus.security.Authenticated"));
    }

    @Test
    void wordpress_methods_leave_the_refusal_to_the_services() {
        check(methods()
                .that(answerRequests())
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.masthead.wp..")
                .should()
                .beAnnotatedWith(PermitAll.class));
    }

    @Test
    void no_class_says_who_may_call_its_methods() {
        for (var annotation : List.of(
                PermitAll.class.getName(),
                RolesAllowed.class.getName(),
                DenyAll.class.getName(),
                "io.quarkus.security.Authenticated")) {
            check(noClasses().should().beAnnotatedWith(annotation));
        }
    }

    @Test
    void fields_are_not_injected() {
        check(noFields().should().beAnnotatedWith(Inject.class));
        check(noFields().should().beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"));
        check(noFields().should().beAnnotatedWith("jakarta.persistence.PersistenceContext"));
    }

    @Test
    void nobody_uses_the_old_date() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Date.class));
    }

    @Test
    void time_comes_from_the_clock() {
        check(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.masthead.kernel..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void only_the_command_line_prints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.masthead.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    private static ArchRule mayNotKnow(String[] these, String[] those) {
        return noClasses()
                .that()
                .resideInAnyPackage(these)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(those);
    }

    /** A type that is gone fails: its rule would no longer say anything. */
    private static void onlyBy(String type, String... packages) {
        classes()
                .that()
                .haveFullyQualifiedName(type)
                .should()
                .onlyBeAccessed()
                .byAnyPackage(packages)
                .allowEmptyShould(false)
                .check(masthead);
    }

    /** A package may not exist yet; its rules hold from its first class on. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(masthead);
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> "io.masthead." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethod> answerRequests() {
        return new DescribedPredicate<>("answer requests") {
            @Override
            public boolean test(JavaMethod method) {
                return method.getAnnotations().stream()
                        .anyMatch(one -> one.getRawType().isAnnotatedWith(HttpMethod.class));
            }
        };
    }
}
