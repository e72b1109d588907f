package io.masthead.web.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** How often responses come from memory, among the metrics of the management port. */
@Singleton
class CacheMetrics {

    private final ResponseCache cache;
    private final MeterRegistry registry;

    CacheMetrics(ResponseCache cache, MeterRegistry registry) {
        this.cache = cache;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        count("hits", "Public reads answered from memory", ResponseCache::hits);
        count("misses", "Public reads that were not in memory", ResponseCache::misses);
        count("invalidations", "Responses dropped by a change", ResponseCache::invalidations);
        count("evictions", "Responses displaced by others", ResponseCache::evictions);
        Gauge.builder("masthead.cache.size", cache, ResponseCache::bytes)
                .baseUnit("bytes")
                .description("The memory in use for responses")
                .register(registry);
    }

    private void count(String name, String description, ToDoubleFunction<ResponseCache> value) {
        FunctionCounter.builder("masthead.cache." + name, cache, value)
                .description(description)
                .register(registry);
    }
}
