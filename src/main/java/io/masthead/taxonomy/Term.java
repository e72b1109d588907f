package io.masthead.taxonomy;

import io.masthead.kernel.WordSearch;
import io.masthead.text.Folding;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
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
    void update(String newName, String newSlug, String newDescription, Long newParentId, Instant now) {
        if (!newName.equals(name)
                || !newSlug.equals(slug)
                || !newDescription.equals(description)
                || !Objects.equals(newParentId, parentId)) {
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
