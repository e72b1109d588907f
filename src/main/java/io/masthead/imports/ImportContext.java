package io.masthead.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The parameters of a run, and what it has read from the database so far. */
final class ImportContext {

    private final long importId;
    private final long source;
    private final ImportOptions options;
    private final long ownerId;
    private final boolean commentsOpen;
    private final boolean pingsOpen;
    private final Long defaultCategoryId;
    private final Map<String, Long> known = new HashMap<>();
    private final Set<String> unmapped = new HashSet<>();
    private int done;

    /**
     * @param source see {@link ImportMappings#source}
     * @param ownerId the owner of items without an author
     * @param commentsOpen the default if the file does not say
     * @param pingsOpen the default if the file does not say
     * @param defaultCategoryId for posts without a category; null for none
     * @param done the number of finished records
     */
    ImportContext(
            long importId,
            long source,
            ImportOptions options,
            long ownerId,
            boolean commentsOpen,
            boolean pingsOpen,
            Long defaultCategoryId,
            int done) {
        this.importId = importId;
        this.source = source;
        this.options = options;
        this.ownerId = ownerId;
        this.commentsOpen = commentsOpen;
        this.pingsOpen = pingsOpen;
        this.defaultCategoryId = defaultCategoryId;
        this.done = done;
    }

    long importId() {
        return importId;
    }

    long source() {
        return source;
    }

    ImportOptions options() {
        return options;
    }

    long ownerId() {
        return ownerId;
    }

    boolean commentsOpen() {
        return commentsOpen;
    }

    boolean pingsOpen() {
        return pingsOpen;
    }

    Long defaultCategoryId() {
        return defaultCategoryId;
    }

    int done() {
        return done;
    }

    void doneUpTo(int position) {
        done = position;
    }

    /** Our id of a user or term, if this run has seen it. */
    Long known(String key) {
        return known.get(key);
    }

    void put(String key, long id) {
        known.put(key, id);
    }

    /** Whether this run knows that a key has no mapping, as of its last read. */
    boolean isUnmapped(String kind, String key) {
        return unmapped.contains(kind + " " + key);
    }

    void putUnmapped(String kind, String key) {
        unmapped.add(kind + " " + key);
    }

    /** Drops what was read in a transaction that failed. */
    void clear() {
        known.clear();
        unmapped.clear();
    }
}
