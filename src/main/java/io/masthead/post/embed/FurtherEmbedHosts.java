package io.masthead.post.embed;

import io.masthead.text.EmbedHosts;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Locale;

/** Hands the configured hosts to the renderer, which is pure and reads no settings, before anything is rendered. */
@ApplicationScoped
class FurtherEmbedHosts {

    private final EmbedConfig config;

    FurtherEmbedHosts(EmbedConfig config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        EmbedHosts.add(config.hosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList());
    }
}
