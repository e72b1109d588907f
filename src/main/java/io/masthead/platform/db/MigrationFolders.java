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
 * Chooses at the start which migration folders count and what {@code ${json}} means in them.
 *
 * <p>Quarkus finds the migrations of all folders while it builds, and Flyway's own locations can no
 * longer narrow them; so the scripts of the other database are kept from Flyway instead.
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
