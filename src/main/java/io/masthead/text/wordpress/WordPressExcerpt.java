package io.masthead.text.wordpress;

import io.masthead.text.CodeShortcodes;
import io.masthead.text.MarkupTokens;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The beginning of content without a written excerpt, cut as in WordPress. */
final class WordPressExcerpt {

    private static final Pattern TEASER_END = Pattern.compile("<!--more(?:\\s[^<>]*?)?-->|<!--nextpage-->");

    private static final Pattern BLANKS = Pattern.compile("[\\n\\r\\t ]+");

    private WordPressExcerpt() {}

    /** Words with their entities, without tags; up to the author's first marker. */
    static String of(String source, int words) {
        var end = TEASER_END.matcher(source);
        return beginning(end.find() ? source.substring(0, end.start()) : source, words);
    }

    /** Whether {@link #acrossMarks} may continue after the end of {@link #of}. */
    static boolean endsWithTeaser(String source) {
        return source.contains("<!--more");
    }

    /** The same, ignoring the marker that ends the teaser; a page break still ends it. */
    static String acrossMarks(String source) {
        int end = source.indexOf("<!--nextpage-->");
        return beginning(end < 0 ? source : source.substring(0, end), WordPressRendering.EXCERPT_WORDS);
    }

    private static String beginning(String source, int words) {
        var summed =
                UnknownShortcodes.remove(PlayerShortcodes.render(Shortcodes.remove(CodeShortcodes.render(source))));
        if (WordPressBlocks.areIn(summed)) {
            summed = WordPressBlocks.forExcerpt(summed);
        }
        var all = BLANKS.split(
                MarkupTokens.withoutTags(WordPressRendering.formed(summed)).strip());
        var first = String.join(" ", Arrays.asList(all).subList(0, Math.min(words, all.length)));
        return all.length > words ? first + " [&hellip;]" : first;
    }
}
