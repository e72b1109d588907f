package io.masthead.platform.db;

import java.util.List;
import java.util.Optional;

/** The two supported databases, recognised by the JDBC URL. */
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

    /** The database of a JDBC URL; empty for all others. */
    static Optional<Database> of(String url) {
        for (var database : values()) {
            if (url.startsWith(database.urlPrefix)) {
                return Optional.of(database);
            }
        }
        return Optional.empty();
    }

    /** Whether the database runs in this process: H2 without a server of its own. */
    static boolean isEmbedded(String url) {
        return url.startsWith(H2.urlPrefix) && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    /** The column type for JSON; migrations write it as {@code ${json}}. */
    String jsonType() {
        return jsonType;
    }

    /**
     * The collation that compares by code point; migrations write it as {@code ${bycode}}. H2 does so by
     * default.
     */
    String byCode() {
        return byCode;
    }

    /** Class path folders with the migrations of this database, the common one first. */
    List<String> migrationFolders() {
        return List.of("db/migration", ownFolder);
    }
}
