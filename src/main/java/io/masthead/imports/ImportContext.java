package io.masthead.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What holds for a whole run, and what it has learnt from the database so far. */
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
     * @param ownerId to whom belongs what names no author
     * @param commentsOpen where the file does not say
     * @param pingsOpen where the file does not say
     * @param defaultCategoryId of posts without a category; null for none
     * @param done records that need no second look
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

    /** Our id of a user or term, if this run has met it. */
    Long known(String key) {
        return known.get(key);
    }

    void learn(String key, long id) {
        known.put(key, id);
    }

    /** Whether this run knows already that a key has no mapping, or had none a moment ago. */
    boolean isUnmapped(String kind, String key) {
        return unmapped.contains(kind + " " + key);
    }

    void learnUnmapped(String kind, String key) {
        unmapped.add(kind + " " + key);
    }

    /** What was learnt in a transaction that failed is not true. */
    void forget() {
        known.clear();
        unmapped.clear();
    }
}
