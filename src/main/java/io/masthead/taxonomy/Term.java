package io.masthead.taxonomy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.WordSearch;
import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.text.Folding;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A category or a tag. */
@Entity
public class Term {

    @Id
    private Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private TermKind kind;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    // What searches compare, never read; null only between an upgrade and the next start.
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_text")
    private String searchText;

    private String slug;
    private String description = "";

    @Column(name = "parent_id")
    private Long parentId;

    // Changed by separate statements, which an older value read before must not overwrite.
    @Column(name = "published_count", updatable = false)
    private int publishedCount;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "custom_fields")
    private Map<String, Object> customFields;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Term() {} // for Hibernate

    Term(long id, TermKind kind, String name, String slug, String description, Long parentId, Instant now) {
        this.id = id;
        this.kind = kind;
        this.createdAt = now;
        write(name, slug, description, parentId, now);
    }

    /** Sets checked values and a claimed slug; equal values change nothing. */
    void update(
            String newName,
            String newSlug,
            String newDescription,
            Long newParentId,
            Map<String, Object> newFields,
            Instant now) {
        if (!newName.equals(name)
                || !newSlug.equals(slug)
                || !newDescription.equals(description)
                || !Objects.equals(newParentId, parentId)
                || !newFields.equals(customFields())) {
            setCustomFields(newFields);
            write(newName, newSlug, newDescription, newParentId, now);
        }
    }

    private void write(String newName, String newSlug, String newDescription, Long newParentId, Instant now) {
        this.name = newName;
        this.nameKey = Folding.key(newName);
        this.searchText = WordSearch.folded(newName);
        this.slug = newSlug;
        this.description = newDescription;
        this.parentId = newParentId;
        this.updatedAt = now;
    }

    /** @param fields checked */
    void setCustomFields(Map<String, Object> fields) {
        this.customFields = fields.isEmpty() ? null : fields;
    }

    /** All custom fields. */
    public Map<String, Object> customFields() {
        return customFields == null ? Map.of() : customFields;
    }

    /** The custom fields that this caller may see: editors see hidden ones. */
    public Map<String, Object> customFields(Actor actor) {
        return actor.can(Capability.MANAGE_CATEGORIES) ? customFields() : CustomFields.withoutProtected(customFields());
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public TermKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** The name as sort key. */
    public String nameKey() {
        return nameKey;
    }

    public String slug() {
        return slug;
    }

    /** Cleaned HTML. */
    public String description() {
        return description;
    }

    /** Null at the root of the tree, and for every tag. */
    public Long parentId() {
        return parentId;
    }

    /** The number of published posts with this term, without those of its descendants. */
    public int publishedCount() {
        return publishedCount;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
