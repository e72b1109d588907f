package io.masthead.platform.db;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Chooses at the start which migration folders apply and the value of {@code ${json}}.
 *
 * <p>Quarkus collects the migrations of all folders at build time, and Flyway's locations can no longer
 * restrict them; so the scripts of the other database are hidden from Flyway instead.
 */
@Singleton
class MigrationFolders implements FlywayConfigurationCustomizer {

    private final String url;

    MigrationFolders(@ConfigProperty(name = "masthead.db.url") String url) {
        this.url = url;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        var database = Database.of(url).orElseThrow(() -> new IllegalStateException("masthead.db.url is not checked"));
        flyway.placeholders(Map.of("json", database.jsonType(), "bycode", database.byCode()))
                .resourceProvider(new Scripts(flyway.getResourceProvider(), database.migrationFolders()));
    }

    private record Scripts(ResourceProvider all, List<String> folders) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            var script = all.getResource(name);
            return script != null && counts(script) ? script : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            var scripts = new ArrayList<>(all.getResources(prefix, suffixes));
            scripts.removeIf(script -> !counts(script));
            return scripts;
        }

        private boolean counts(LoadableResource script) {
            return folders.stream().anyMatch(folder -> script.getAbsolutePath().startsWith(folder + "/"));
        }
    }
}
