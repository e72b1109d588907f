package io.masthead.text.wordpress;

import io.masthead.text.TagAttributes;
import java.util.List;
import java.util.Set;

/** Adds lazy loading and asynchronous decoding to images, as WordPress does. */
final class ContentImages {

    private ContentImages() {}

    static String of(String html) {
        return html.contains("<img")
                ? HtmlTextRewriter.rewrite(html, Set.of(), words -> words, ContentImages::tag)
                : html;
    }

    private static String tag(String tag) {
        if (!tag.startsWith("<img") || tag.length() == 4 || !Character.isWhitespace(tag.charAt(4))) {
            return tag;
        }
        var attributes = TagAttributes.of(tag);
        var added = new StringBuilder("<img");
        // Without its size an image that loads late would move the text.
        if (lacks("loading", attributes) && !lacks("width", attributes) && !lacks("height", attributes)) {
            added.append(" loading=\"lazy\"");
        }
        if (lacks("decoding", attributes)) {
            added.append(" decoding=\"async\"");
        }
        return added + tag.substring(4);
    }

    private static boolean lacks(String name, List<TagAttributes.Attribute> attributes) {
        return attributes.stream().noneMatch(attribute -> attribute.name().equals(name));
    }
}
