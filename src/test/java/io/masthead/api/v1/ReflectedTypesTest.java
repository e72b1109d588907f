package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReflectedTypesTest {

    /** Records that never become JSON and declare no parameters. */
    private static final Set<String> NOT_REFLECTED =
            Set.of("Id", "PostExtras", "ParameterReader", "ImportProgress", "ShownFields");

    @Test
    void bodies_parameters_and_resources_are_kept_in_a_native_executable() {
        var registered = Set.of(
                ReflectedTypes.class.getAnnotation(RegisterForReflection.class).targets());
        var needed = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(ReflectedTypes.class).stream()
                        .filter(one -> one.isRecord() || one.isAnnotatedWith(Path.class))
                        .map(ReflectedTypesTest::outermost)
                        .filter(one -> !NOT_REFLECTED.contains(one.getSimpleName()))
                        .<Class<?>>map(JavaClass::reflect)
                        .collect(Collectors.toSet());

        assertThat(registered).isEqualTo(needed);
    }

    @Test
    void types_nested_in_them_are_kept_too() {
        assertThat(ReflectedTypes.class
                        .getAnnotation(RegisterForReflection.class)
                        .ignoreNested())
                .isFalse();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ReflectedTypesTest::outermost).orElse(type);
    }
}
