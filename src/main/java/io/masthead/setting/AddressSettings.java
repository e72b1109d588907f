package io.masthead.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The settings for URLs of content.
 *
 * @param categoryBase the prefix of category URLs, without slashes at the ends
 * @param tagBase the prefix of tag URLs, without slashes at the ends
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

    /** The beginning of category paths, with a slash at the end only. */
    public String categoryRoot() {
        return root(categoryBase, CATEGORY_BASE);
    }

    /** The beginning of tag paths, with a slash at the end only. */
    public String tagRoot() {
        return root(tagBase, TAG_BASE);
    }

    /** A custom base is used alone; the default one follows the front. */
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
