package io.masthead.menu;

import io.masthead.kernel.WordSearch;
import io.masthead.text.Folding;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A menu, without its items and places. */
@Entity
public class Menu {

    @Id
    private Long id;

    @Version
    private int version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    // What searches compare, never read.
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "search_text")
    private String searchText;

    private String slug;
    private String description = "";

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Menu() {} // for Hibernate

    Menu(long id, String name, String slug, String description, Instant now) {
        this.id = id;
        this.createdAt = now;
        write(name, slug, description, now);
    }

    /** Sets checked values and a claimed slug; equal values change nothing. */
    void update(String newName, String newSlug, String newDescription, Instant now) {
        if (!newName.equals(name) || !newSlug.equals(slug) || !newDescription.equals(description)) {
            write(newName, newSlug, newDescription, now);
        }
    }

    /** Its items or places have changed. */
    void touch(Instant now) {
        this.updatedAt = now;
    }

    private void write(String newName, String newSlug, String newDescription, Instant now) {
        this.name = newName;
        this.nameKey = Folding.key(newName);
        this.searchText = WordSearch.folded(newName);
        this.slug = newSlug;
        this.description = newDescription;
        this.updatedAt = now;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
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

    /** Plain text; may be empty. */
    public String description() {
        return description;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
