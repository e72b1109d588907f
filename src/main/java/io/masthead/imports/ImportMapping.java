package io.masthead.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The id here of an object of an exported site. */
@Entity
@Table(name = "import_mapping")
@IdClass(ImportMapping.Key.class)
class ImportMapping {

    /** Unique per site. */
    record Key(Long sourceId, String kind, String sourceKey) {}

    @Id
    @Column(name = "source_id")
    private Long sourceId;

    @Id
    private String kind;

    @Id
    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "target_id")
    private long targetId;

    protected ImportMapping() {} // for Hibernate

    ImportMapping(long sourceId, String kind, String sourceKey, long targetId) {
        this.sourceId = sourceId;
        this.kind = kind;
        this.sourceKey = sourceKey;
        this.targetId = targetId;
    }

    String sourceKey() {
        return sourceKey;
    }

    long targetId() {
        return targetId;
    }
}
