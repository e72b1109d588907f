package io.masthead.platform.slug;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A slug within its scope. */
@Entity
@Table(name = "slug")
@IdClass(SlugEntry.Key.class)
class SlugEntry {

    /** Slugs are unique within a scope. */
    record Key(String scope, String slug) {}

    @Id
    private String scope;

    @Id
    private String slug;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "is_current")
    private boolean current;

    protected SlugEntry() {} // for Hibernate

    String scope() {
        return scope;
    }

    String slug() {
        return slug;
    }

    long ownerId() {
        return ownerId;
    }

    boolean isCurrent() {
        return current;
    }
}
