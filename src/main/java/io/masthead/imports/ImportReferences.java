package io.masthead.imports;

import io.masthead.imports.item.ContentReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * References of a site's records to others that had not been imported before them. They stay until what they
 * refer to comes, in the same file or by a later import.
 */
@ApplicationScoped
class ImportReferences {

    /** A category's parent, by slug. */
    static final String CATEGORY = "category";

    /** A page's parent. */
    static final String PARENT = "parent";

    /** A former slug of a page whose parent is missing. */
    static final String FORMER = "former";

    /** A post's featured image. */
    static final String IMAGE = "image";

    /** The post to which an attachment was uploaded. */
    static final String UPLOAD = "upload";

    /** The post or page that an item of a menu leads to. */
    static final String MENU_POST = "menupost";

    /** The category or tag that an item of a menu leads to. */
    static final String MENU_TERM = "menuterm";

    /** The item above an item of a menu. */
    static final String MENU_PARENT = "menuup";

    /** What texts show by ids. */
    static final String IN_MEDIA = "inmedia";

    static final String IN_POST = "inpost";
    static final String IN_PATTERN = "inpattern";
    static final String IN_CATEGORY = "incategory";
    static final String IN_AUTHOR = "inauthor";
    static final String IN_PAGE = "inpage";

    /** Kinds of pages that have no place, and so no address, before the end of their import. */
    private static final Set<String> OF_PAGES_WITHOUT_PLACE = Set.of(PARENT, FORMER);

    /** What is referred to, as in {@link ImportMappings}; former slugs refer to nothing. */
    private static final Map<String, String> TARGETS = Map.ofEntries(
            Map.entry(CATEGORY, ImportMappings.TERM),
            Map.entry(PARENT, ImportMappings.POST),
            Map.entry(IMAGE, ImportMappings.MEDIA),
            Map.entry(UPLOAD, ImportMappings.POST),
            Map.entry(MENU_POST, ImportMappings.POST),
            Map.entry(MENU_TERM, ImportMappings.TERM_ID),
            Map.entry(MENU_PARENT, ImportMappings.MENU_ITEM),
            Map.entry(IN_MEDIA, ImportMappings.MEDIA),
            Map.entry(IN_POST, ImportMappings.POST),
            Map.entry(IN_AUTHOR, ImportMappings.USER),
            Map.entry(IN_PATTERN, ImportMappings.PATTERN),
            Map.entry(IN_CATEGORY, ImportMappings.TERM_ID),
            Map.entry(IN_PAGE, ImportMappings.POST));

    /** The kind of reference of what a text shows. */
    static String inContent(ContentReferences.Kind kind) {
        return switch (kind) {
            case MEDIA -> IN_MEDIA;
            case POST -> IN_POST;
            case AUTHOR -> IN_AUTHOR;
            case PATTERN -> IN_PATTERN;
            case CATEGORY -> IN_CATEGORY;
            case PAGE -> IN_PAGE;
        };
    }

    /**
     * @param ownerId our id of the referring object
     * @param sourceKey the referenced key, as in {@link ImportMappings}
     * @param targetId our id of what is referenced, which may have been deleted; null if it was never imported
     */
    record Reference(String kind, long ownerId, String sourceKey, Long targetId) {}

    private final EntityManager entities;

    ImportReferences(EntityManager entities) {
        this.entities = entities;
    }

    void add(ImportContext context, String kind, long ownerId, String sourceKey) {
        var waits = OF_PAGES_WITHOUT_PLACE.contains(kind);
        var insert = entities.createNativeQuery(
                        "insert into import_reference (source_id, kind, owner_id, source_key, import_id)"
                                + " values (:source, :kind, :owner, :key, %s) on conflict do nothing"
                                        .formatted(waits ? ":import" : "null"))
                .setParameter("source", context.source())
                .setParameter("kind", kind)
                .setParameter("owner", ownerId)
                .setParameter("key", sourceKey);
        if (waits) {
            insert.setParameter("import", context.importId());
        }
        insert.executeUpdate();
    }

    /**
     * References of pages that wait for the end of this import to get a place, and of those that imports which have
     * failed left without one; with or without a target.
     */
    List<Reference> waiting(ImportContext context, String kind, int limit) {
        return rows(
                "left join",
                context,
                kind,
                "(r.import_id = :import or r.import_id in"
                        + " (select i.id from import_run i where i.status = 'FAILED'))",
                Map.of("import", context.importId()),
                limit);
    }

    /** References whose target has been imported, behind this one in the order of owners and keys. */
    List<Reference> resolvable(ImportContext context, String kind, Reference last, int limit) {
        return rows(
                "join",
                context,
                kind,
                "r.import_id is null and (r.owner_id, r.source_key) > (:owner, :key)",
                Map.of("owner", last == null ? 0L : last.ownerId(), "key", last == null ? "" : last.sourceKey()),
                limit);
    }

    /** The number of references of a kind whose target has not been imported. */
    long unresolved(ImportContext context, String kind) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from import_reference where source_id = :source and kind = :kind")
                        .setParameter("source", context.source())
                        .setParameter("kind", kind)
                        .getSingleResult())
                .longValue();
    }

    /** Keys of these owners whose target has not been imported; owners without any are absent. */
    Map<Long, Set<String>> unresolvedKeys(ImportContext context, String kind, Collection<Long> owners) {
        List<?> rows = entities.createNativeQuery(
                        "select r.owner_id, r.source_key from import_reference r left join import_mapping m"
                                + " on m.source_id = r.source_id and m.kind = :target and m.source_key = r.source_key"
                                + " where r.source_id = :source and r.kind = :kind and r.owner_id in (:owners)"
                                + " and m.source_key is null",
                        Tuple.class)
                .setParameter("target", TARGETS.get(kind))
                .setParameter("source", context.source())
                .setParameter("kind", kind)
                .setParameter("owners", owners)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> row.get(0, Number.class).longValue(),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toSet())));
    }

    private List<Reference> rows(
            String join, ImportContext context, String kind, String where, Map<String, Object> values, int limit) {
        var query = entities.createNativeQuery(
                        ("select r.owner_id, r.source_key, m.target_id from import_reference r %s import_mapping m"
                                        + " on m.source_id = r.source_id and m.kind = :target and m.source_key = r.source_key"
                                        + " where r.source_id = :source and r.kind = :kind and %s"
                                        + " order by r.owner_id, r.source_key limit %d")
                                .formatted(join, where, limit),
                        Tuple.class)
                .setParameter("source", context.source())
                .setParameter("kind", kind)
                .setParameter("target", TARGETS.getOrDefault(kind, ""));
        values.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Reference(
                        kind,
                        row.get(0, Number.class).longValue(),
                        row.get(1, String.class),
                        row.get(2) == null ? null : row.get(2, Number.class).longValue()))
                .toList();
    }

    /** The page has a place now; its parent may still come. */
    void keepWaitingForTarget(ImportContext context, Reference reference) {
        change("update import_reference set import_id = null", context, reference);
    }

    void remove(ImportContext context, Reference reference) {
        change("delete from import_reference", context, reference);
    }

    private void change(String sql, ImportContext context, Reference reference) {
        entities.createNativeQuery(
                        sql + " where source_id = :source and kind = :kind and owner_id = :owner and source_key = :key")
                .setParameter("source", context.source())
                .setParameter("kind", reference.kind())
                .setParameter("owner", reference.ownerId())
                .setParameter("key", reference.sourceKey())
                .executeUpdate();
    }
}
