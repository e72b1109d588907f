package io.masthead.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A custom field with what a page shows to search engines and to other sites. */
public enum SeoField {
    TITLE,
    DESCRIPTION,
    CANONICAL,
    OG_TITLE,
    OG_DESCRIPTION,
    OG_IMAGE,
    OG_IMAGE_ID,
    TWITTER_TITLE,
    TWITTER_DESCRIPTION,
    TWITTER_IMAGE,
    /** A list of words such as {@code noindex}. */
    ROBOTS,
    NOINDEX,
    NOFOLLOW;

    /** How the names of these fields begin. */
    public static final String PREFIX = "seo.";

    /** @param key as in {@code og_title} */
    public static Optional<SeoField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** As in {@code og_title}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the custom field. */
    public String field() {
        return PREFIX + key();
    }

    /** Whether its value is true or false. */
    public boolean isFlag() {
        return this == NOINDEX || this == NOFOLLOW;
    }
}
