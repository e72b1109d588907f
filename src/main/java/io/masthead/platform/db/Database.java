package io.masthead.platform.db;

import java.util.List;
import java.util.Optional;

/** The two databases Masthead runs on, told apart by the JDBC URL alone. */
enum Database {
    H2("jdbc:h2:", "text", "", "db/migration-h2"),
    POSTGRESQL("jdbc:postgresql:", "jsonb", "collate \"C\"", "db/migration-postgresql");

    private final String urlPrefix;
    private final String jsonType;
    private final String byCode;
    private final String ownFolder;

    Database(String urlPrefix, String jsonType, String byCode, String ownFolder) {
        this.urlPrefix = urlPrefix;
        this.jsonType = jsonType;
        this.byCode = byCode;
        this.ownFolder = ownFolder;
    }

    /** The database that a JDBC URL names, or empty when it names neither of the two. */
    static Optional<Database> of(String url) {
        for (var database : values()) {
            if (url.startsWith(database.urlPrefix)) {
                return Optional.of(database);
            }
        }
        return Optional.empty();
    }

    /** Whether the database runs in this process: an H2 that is not behind a server of its own. */
    static boolean isEmbedded(String url) {
        return url.startsWith(H2.urlPrefix) && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    /** The column type that holds a JSON document; migrations write it as {@code ${json}}. */
    String jsonType() {
        return jsonType;
    }

    /**
     * What makes a text column compare code by code, whatever the locale; migrations write it as
     * {@code ${bycode}}. H2 does so by itself.
     */
    String byCode() {
        return byCode;
    }

    /** Class path folders with the migrations of this database, the common one first. */
    List<String> migrationFolders() {
        return List.of("db/migration", ownFolder);
    }
}
