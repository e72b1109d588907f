package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.junit.jupiter.api.Test;

/** What is said of the library for an executable that cannot be built here must at least exist. */
class WebpLibraryTest {

    private static final Path SETTINGS = Path.of("src/main/resources/META-INF/native-image/io.masthead/masthead");

    @Test
    void files_that_are_packed_are_in_the_library() {
        for (var file : WebpLibrary.class.getAnnotation(RegisterResources.class).globs()) {
            assertThat(WebPImageReaderSpi.class.getClassLoader().getResource(file))
                    .as(file)
                    .isNotNull();
        }
    }

    @Test
    void the_classes_by_which_imageio_finds_it_are_registered() {
        var found = Stream.concat(
                        ServiceLoader.load(ImageReaderSpi.class).stream(),
                        ServiceLoader.load(ImageWriterSpi.class).stream())
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(type -> type.getPackageName().startsWith("com.luciad"))
                .toList();

        assertThat(WebpLibrary.class.getAnnotation(RegisterForReflection.class).targets())
                .containsExactlyElementsOf(found)
                .hasSize(2);
    }

    @Test
    void classes_that_libwebp_may_reach_exist_and_none_with_native_methods_is_missing() throws Exception {
        var named = new TreeSet<String>();
        for (var entry : json()) {
            named.add(
                    Class.forName(entry.get("name").asText(), false, getClass().getClassLoader())
                            .getName());
        }

        assertThat(named).containsAll(classesWithNativeMethods());
    }

    @Test
    void a_package_that_exists_is_initialised_at_run_time() throws IOException {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(SETTINGS.resolve("native-image.properties"))) {
            settings.load(in);
        }

        assertThat(settings)
                .containsOnly(entry("Args", "--initialize-at-run-time=" + WebPImageReaderSpi.class.getPackageName()));
    }

    private static Iterable<JsonNode> json() throws IOException {
        var list =
                new ObjectMapper().readTree(SETTINGS.resolve("jni-config.json").toFile());
        assertThat(list.size()).isPositive();
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Iterable<String> classesWithNativeMethods() throws Exception {
        var jar = Path.of(WebPImageReaderSpi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = FileSystems.newFileSystem(jar);
                var classes = Files.walk(files.getPath("/com"))) {
            var names = classes.map(Path::toString)
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(1, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
            var found = new TreeSet<String>();
            for (var name : names) {
                var type = Class.forName(name, false, WebPImageReaderSpi.class.getClassLoader());
                if (Stream.of(type.getDeclaredMethods()).anyMatch(method -> Modifier.isNative(method.getModifiers()))) {
                    found.add(name);
                }
            }
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
