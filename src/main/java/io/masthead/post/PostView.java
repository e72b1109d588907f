package io.masthead.post;

import java.util.Map;

/**
 * A post as one caller may see it.
 *
 * @param body null where it was not asked for
 * @param readable whether text, excerpt and custom fields may be shown: not where a password is
 *     missing
 * @param editable whether what only editors see may be shown: the source and the password
 */
public record PostView(Post post, PostBody body, boolean readable, boolean editable) {

    /** The custom fields that this caller may see. */
    public Map<String, Object> customFields() {
        if (!readable) {
            return Map.of();
        }
        return editable ? post.customFields() : CustomFields.withoutProtected(post.customFields());
    }
}
