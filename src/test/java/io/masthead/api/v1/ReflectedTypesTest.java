package io.masthead.api.v1;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReflectedTypesTest {

    /** Records that never become JSON and declare no parameters. */
    private static final Set<String> NOT_REFLECTED = Set.of(
            "Id",
            "PostExtras",
            "ParameterReader",
            "ImportProgress",
            "MediaForm",
            "ShownFields",
            "RepeatedParameters",
            "KnownParameters");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ReflectedTypesTest.class.getPackageName());
    }

    @Test
    void bodies_parameters_and_resources_are_kept_in_a_native_executable() {
        var registered =
                lists().flatMap(list -> Stream.of(registration(list).targets())).collect(toSet());
        var needed = ours.stream()
                .filter(one -> one.isRecord() || answersRequests(one))
                .map(ReflectedTypesTest::outermost)
                .filter(one -> !NOT_REFLECTED.contains(one.getSimpleName()))
                .<Class<?>>map(JavaClass::reflect)
                .collect(toSet());

        assertThat(needed).isNotEmpty();
        assertThat(registered).isEqualTo(needed);
    }

    @Test
    void each_room_names_its_own() {
        assertThat(lists())
                .isNotEmpty()
                .allSatisfy(list -> assertThat(registration(list).targets())
                        .allSatisfy(type -> assertThat(type.getPackageName()).isEqualTo(list.getPackageName())));
    }

    @Test
    void types_nested_in_them_are_kept_too() {
        assertThat(lists())
                .allSatisfy(
                        list -> assertThat(registration(list).ignoreNested()).isFalse());
    }

    private static Stream<JavaClass> lists() {
        return ours.stream().filter(one -> one.getSimpleName().equals("ReflectedTypes"));
    }

    private static RegisterForReflection registration(JavaClass list) {
        return list.getAnnotationOfType(RegisterForReflection.class);
    }

    /** Also by methods for others that extend it. */
    private static boolean answersRequests(JavaClass type) {
        return type.isAnnotatedWith(Path.class)
                || type.getMethods().stream().anyMatch(one -> one.isMetaAnnotatedWith(HttpMethod.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ReflectedTypesTest::outermost).orElse(type);
    }
}
