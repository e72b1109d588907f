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

    @Column(name = "source_hash")
    private String sourceHash;

    protected ImportMapping() {} // for Hibernate

    ImportMapping(long sourceId, String kind, String sourceKey, long targetId, String sourceHash) {
        this.sourceId = sourceId;
        this.kind = kind;
        this.sourceKey = sourceKey;
        this.targetId = targetId;
        this.sourceHash = sourceHash;
    }

    String sourceKey() {
        return sourceKey;
    }

    /** What the export said, as of {@link io.masthead.imports.item.RecordHash}; null if unknown. */
    String sourceHash() {
        return sourceHash;
    }

    /** @param hash of what the export says now */
    void note(String hash) {
        this.sourceHash = hash;
    }

    long targetId() {
        return targetId;
    }
}
