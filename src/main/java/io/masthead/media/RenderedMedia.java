package io.masthead.media;

import io.masthead.text.DynamicBlock;
import io.masthead.text.wordpress.WordPressRendering;
import org.jsoup.nodes.Entities;

/** The texts of a file as WordPress shows them, as HTML; made when they are written. */
record RenderedMedia(String title, String caption, String description) {

    /**
     * @param caption cleaned
     * @param description cleaned
     */
    static RenderedMedia of(String title, String caption, String description) {
        return new RenderedMedia(
                WordPressRendering.orElse(() -> WordPressRendering.title(title), Entities.escape(title)),
                caption.isBlank()
                        ? ""
                        : WordPressRendering.orElse(
                                () -> WordPressRendering.excerpt(caption, ""), "<p>" + caption + "</p>\n"),
                description.isBlank()
                        ? ""
                        : WordPressRendering.orElse(
                                () -> DynamicBlock.without(WordPressRendering.content(description)), description));
    }
}
