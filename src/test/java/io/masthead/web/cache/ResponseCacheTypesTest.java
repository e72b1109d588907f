package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.junit.jupiter.api.Test;

/** Native executables contain only those classes of Caffeine that are registered. */
class ResponseCacheTypesTest {

    @Test
    void the_classes_of_the_cache_and_of_its_entries_are_registered() throws ReflectiveOperationException {
        var registered =
                ResponseCache.class.getAnnotation(RegisterForReflection.class).classNames();
        var map = ResponseCache.bounded(1_000).asMap();
        var factory = Class.forName("com.github.benmanes.caffeine.cache.BoundedLocalCache")
                .getDeclaredField("nodeFactory");
        factory.setAccessible(true);

        assertThat(registered)
                .containsExactlyInAnyOrder(
                        map.getClass().getName(), factory.get(map).getClass().getName());
    }
}
