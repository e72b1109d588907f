package io.masthead.post;

import io.masthead.kernel.CustomFields;
import io.masthead.media.Media;
import io.masthead.post.dynamic.DynamicContent;
import io.masthead.text.DynamicBlock;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A post as one caller may see it.
 *
 * @param body null if it was not requested
 * @param picture the featured media; null if there is none, the caller may not see it, or it was not requested
 * @param readable whether text, excerpt and custom fields may be shown; false if the password is missing
 * @param editable whether what only editors see may be shown: source and password
 * @param dynamic what the dynamic blocks of the texts show that were read together with this one
 */
public record PostView(
        Post post, PostBody body, Media picture, boolean readable, boolean editable, DynamicContent dynamic) {

    private static final Pattern MARKS = Pattern.compile("<!--(?:more|nextpage)[^>]*+-->");

    PostView withPicture(Media featured) {
        return new PostView(post, body, featured, readable, editable, dynamic);
    }

    /** The excerpt as plain text; empty if it may not be shown. */
    public String excerpt() {
        return readable ? (body == null ? post.excerpt() : body.excerpt(post)) : "";
    }

    /** As {@link Post#wordCount}; null if the text may not be shown. */
    public Integer wordCount() {
        return readable ? post.wordCount() : null;
    }

    /** As {@link Post#readingMinutes}; null if the text may not be shown. */
    public Integer readingMinutes() {
        return readable ? post.readingMinutes() : null;
    }

    /** The text as clean HTML. The caller must check {@link #readable} first. */
    public String html() {
        return dynamic.fill(post.id(), body.html(post));
    }

    /** Whether the text shows something that changes without the post. */
    public boolean isDynamic() {
        return body != null && DynamicBlock.areIn(body.html(post));
    }

    /** As {@link #html()}, without what its dynamic blocks show, since one of them may show this text itself, and without marks of teasers and pages. */
    public String staticHtml() {
        return MARKS.matcher(DynamicBlock.without(body.html(post))).replaceAll("");
    }

    /** As {@link #html()}: up to the author's first page break, or else everything. */
    public String firstPage() {
        return dynamic.fill(post.id(), body.firstPage(post));
    }

    /** The excerpt as WordPress shows it; as for {@link #html()}. */
    public String excerptHtml() {
        return body.excerptHtml(post);
    }

    /**
     * As {@link #excerptHtml()}.
     *
     * @param words the number of words to take from the text if no excerpt was written
     */
    public String excerptHtml(int words) {
        return body.excerptHtml(post, words);
    }

    /** The excerpt as HTML for WordPress' feeds; as for {@link #html()}. */
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
