package io.masthead.imports;

import io.masthead.platform.db.RowLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The mappings from objects of exported sites to ids here. */
@ApplicationScoped
class ImportMappings implements PanacheRepositoryBase<ImportMapping, ImportMapping.Key> {

    static final String USER = "user";
    static final String TERM = "term";

    /** Of terms by their taxonomies and ids, where the file has any. */
    static final String TERM_ID = "termid";

    static final String MENU = "menu";

    /** Of items of menus; their keys begin with our id of the menu. */
    static final String MENU_ITEM = "menuitem";

    static final String PATTERN = "pattern";
    static final String POST = "post";
    static final String MEDIA = "media";
    static final String COMMENT = "comment";

    private static final int MAX_BINDINGS = 1_000;

    /** Makes imports of one site wait for each other until the end of the transaction. */
    void lockSource(long source) {
        RowLocks.lock(getEntityManager(), "import_source", List.of(source));
    }

    /** The key of an imported object. */
    String keyOf(long source, String kind, long target) {
        return find("sourceId = ?1 and kind = ?2 and targetId = ?3", source, kind, target)
                .firstResultOptional()
                .map(ImportMapping::sourceKey)
                .orElse("");
    }

    Optional<Long> find(ImportContext context, String kind, String key) {
        return context.isUnmapped(kind, key)
                ? Optional.empty()
                : Optional.ofNullable(find(context.source(), kind, List.of(key)).get(key));
    }

    /** Reads several keys at once, so that missing ones need no further query. */
    void prefetch(ImportContext context, String kind, Set<String> keys) {
        var found = find(context.source(), kind, keys);
        keys.stream().filter(key -> !found.containsKey(key)).forEach(key -> context.putUnmapped(kind, key));
    }

    /** Our ids by key; unmapped keys are absent. */
    Map<String, Long> find(long source, String kind, Collection<String> keys) {
        var found = new HashMap<String, Long>();
        var all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            var some = all.subList(i, Math.min(all.size(), i + MAX_BINDINGS));
            list("sourceId = ?1 and kind = ?2 and sourceKey in ?3", source, kind, some)
                    .forEach(mapping -> found.put(mapping.sourceKey(), mapping.targetId()));
        }
        return found;
    }

    /** Those of some objects of a site, by their ids here. */
    Set<Long> of(long source, String kind, Collection<Long> targets) {
        return targets.isEmpty()
                ? Set.of()
                : list("sourceId = ?1 and kind = ?2 and targetId in ?3", source, kind, targets).stream()
                        .map(ImportMapping::targetId)
                        .collect(Collectors.toSet());
    }

    /** The next ones by key. */
    List<ImportMapping> after(long source, String kind, String key, int limit) {
        return find("sourceId = ?1 and kind = ?2 and sourceKey > ?3 order by sourceKey", source, kind, key)
                .page(0, limit)
                .list();
    }

    /** Adds a mapping, or replaces one to something that has been deleted. */
    void put(ImportContext context, String kind, String key, long target) {
        int changed = update(
                "targetId = ?1 where sourceId = ?2 and kind = ?3 and sourceKey = ?4",
                target,
                context.source(),
                kind,
                key);
        if (changed == 0) {
            add(context.source(), kind, key, target);
        }
    }

    void add(long source, String kind, String key, long target) {
        add(source, kind, key, target, null);
    }

    /** @param hash of the record, by which {@link #changed} notices that it has changed */
    void add(long source, String kind, String key, long target, String hash) {
        persist(new ImportMapping(source, kind, key, target, hash));
    }

    /** The keys of records of which something else was noted; those of which nothing was noted are not among them. */
    Set<String> differing(long source, String kind, Map<String, String> hashes) {
        var differing = new HashSet<String>();
        var all = List.copyOf(hashes.keySet());
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            var some = all.subList(i, Math.min(all.size(), i + MAX_BINDINGS));
            list("sourceId = ?1 and kind = ?2 and sourceKey in ?3 and sourceHash is not null", source, kind, some)
                    .stream()
                    .filter(mapping -> !hashes.get(mapping.sourceKey()).equals(mapping.sourceHash()))
                    .forEach(mapping -> differing.add(mapping.sourceKey()));
        }
        return differing;
    }

    /** Whether it was noted what the record said. */
    boolean isNoted(long source, String kind, String key) {
        return count("sourceId = ?1 and kind = ?2 and sourceKey = ?3 and sourceHash is not null", source, kind, key)
                > 0;
    }

    /**
     * Notes what records say now.
     *
     * @param hashes by key
     * @return the former hashes of those that say something else than before, null for those of which nothing was noted
     */
    Map<String, String> changed(long source, String kind, Map<String, String> hashes) {
        var changed = new HashMap<String, String>();
        var all = List.copyOf(new TreeSet<>(hashes.keySet()));
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            var some = all.subList(i, Math.min(all.size(), i + MAX_BINDINGS));
            for (var mapping : list("sourceId = ?1 and kind = ?2 and sourceKey in ?3", source, kind, some)) {
                var now = hashes.get(mapping.sourceKey());
                if (!now.equals(mapping.sourceHash())) {
                    changed.put(mapping.sourceKey(), mapping.sourceHash());
                    mapping.note(now);
                }
            }
        }
        return changed;
    }
}
