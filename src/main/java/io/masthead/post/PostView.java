package io.masthead.post;

import io.masthead.post.patch.CustomFields;
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

    /** The excerpt as plain text; empty where it may not be shown. */
    public String excerpt() {
        return readable ? (body == null ? post.excerpt() : body.excerpt(post)) : "";
    }

    /** The text as HTML, rendered and cleaned. For those who have seen to it that it may be shown. */
    public String html() {
        return body.html(post);
    }

    /** As {@link #html()}: the first of the pages that the author made, or else the whole. */
    public String firstPage() {
        return body.firstPage(post);
    }

    /** The excerpt as WordPress shows it; as for {@link #html()}. */
    public String excerptHtml() {
        return body.excerptHtml(post);
    }

    /**
     * As {@link #excerptHtml()}.
     *
     * @param words how many words to take of the text where nobody wrote an excerpt
     */
    public String excerptHtml(int words) {
        return body.excerptHtml(post, words);
    }

    /** The excerpt as WordPress' feeds have it, HTML; as for {@link #html()}. */
    public String feedExcerpt() {
        return body.feedExcerpt(post);
    }

    /** The custom fields that this caller may see. */
    public Map<String, Object> customFields() {
        if (!readable) {
            return Map.of();
        }
        return editable ? post.customFields() : CustomFields.withoutProtected(post.customFields());
    }
}
