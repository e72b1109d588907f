package io.masthead.text.wordpress;

import io.masthead.text.TagAttributes;
import java.util.List;
import java.util.Set;

/** Tells browsers to load pictures late and to decode them aside, as WordPress tells them. */
final class ContentImages {

    private ContentImages() {}

    static String of(String html) {
        return html.contains("<img") ? Prose.rewrite(html, Set.of(), words -> words, ContentImages::tag) : html;
    }

    private static String tag(String tag) {
        if (!tag.startsWith("<img") || tag.length() == 4 || !Character.isWhitespace(tag.charAt(4))) {
            return tag;
        }
        var attributes = TagAttributes.of(tag);
        var added = new StringBuilder("<img");
        // Without its size a picture that comes late would move the text.
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
