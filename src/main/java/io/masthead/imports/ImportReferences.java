package io.masthead.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** References of an import to records that come later in its file. */
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

    /**
     * @param ownerId our id of the referring object
     * @param sourceKey the referenced key, as in {@link ImportMappings}
     */
    record Reference(String kind, long ownerId, String sourceKey) {}

    private final EntityManager entities;

    ImportReferences(EntityManager entities) {
        this.entities = entities;
    }

    void add(long importId, Reference reference) {
        entities.createNativeQuery("insert into import_reference (import_id, kind, owner_id, source_key)"
                        + " values (:id, :kind, :owner, :key) on conflict do nothing")
                .setParameter("id", importId)
                .setParameter("kind", reference.kind())
                .setParameter("owner", reference.ownerId())
                .setParameter("key", reference.sourceKey())
                .executeUpdate();
    }

    List<Reference> next(long importId, String kind, int limit) {
        List<?> rows = entities.createNativeQuery(
                        "select owner_id, source_key from import_reference where import_id"
                                + " = :id and kind = :kind order by owner_id, source_key"
                                + " limit "
                                + limit,
                        Tuple.class)
                .setParameter("id", importId)
                .setParameter("kind", kind)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Reference(kind, row.get(0, Number.class).longValue(), row.get(1, String.class)))
                .toList();
    }

    void remove(long importId, Reference reference) {
        entities.createNativeQuery("delete from import_reference where import_id = :id and kind = :kind and"
                        + " owner_id = :owner and source_key = :key")
                .setParameter("id", importId)
                .setParameter("kind", reference.kind())
                .setParameter("owner", reference.ownerId())
                .setParameter("key", reference.sourceKey())
                .executeUpdate();
    }
}
