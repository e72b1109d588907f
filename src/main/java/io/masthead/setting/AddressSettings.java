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

    /** The bases that a site has whose administrator chose none. */
    public static final String CATEGORY_BASE = "category";

    public static final String TAG_BASE = "tag";

    static final AddressSettings DEFAULT =
            new AddressSettings(PermalinkStructure.DEFAULT, CATEGORY_BASE, TAG_BASE);

    public PermalinkStructure structure() {
        return new PermalinkStructure(permalinkStructure);
    }

    AddressSettings with(AddressChanges changes) {
        return new AddressSettings(
                changes.permalinkStructure().orKeep(permalinkStructure),
                changes.categoryBase().orKeep(categoryBase),
                changes.tagBase().orKeep(tagBase));
    }
}
