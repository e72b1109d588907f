package io.masthead.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How the addresses of content are made below that of the site.
 *
 * @param categoryBase what stands before the slugs of categories, without slashes at its ends
 * @param tagBase what stands before the slug of a tag, without slashes at its ends
 */
@Embeddable
public record AddressSettings(
        @Column(name = "permalink_structure") String permalinkStructure,
        @Column(name = "category_base") String categoryBase,
        @Column(name = "tag_base") String tagBase) {

    private static final String CATEGORY_BASE = "category";
    private static final String TAG_BASE = "tag";

    static final AddressSettings DEFAULT = new AddressSettings(PermalinkStructure.DEFAULT, CATEGORY_BASE, TAG_BASE);

    public PermalinkStructure structure() {
        return new PermalinkStructure(permalinkStructure);
    }

    /** What the path of a category begins with, with a slash at the end alone. */
    public String categoryRoot() {
        return root(categoryBase, CATEGORY_BASE);
    }

    /** What the path of a tag begins with, with a slash at the end alone. */
    public String tagRoot() {
        return root(tagBase, TAG_BASE);
    }

    /** A base that somebody chose stands alone; the usual one stands behind the front. */
    private String root(String base, String usual) {
        return (base.equals(usual) ? structure().front().substring(1) : "") + base + "/";
    }

    AddressSettings with(AddressChanges changes) {
        return new AddressSettings(
                changes.permalinkStructure().orKeep(permalinkStructure),
                changes.categoryBase().orKeep(categoryBase),
                changes.tagBase().orKeep(tagBase));
    }
}
