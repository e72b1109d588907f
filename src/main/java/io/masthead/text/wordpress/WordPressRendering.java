package io.masthead.text.wordpress;

import io.masthead.text.CodeShortcodes;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.DynamicBlock;
import io.masthead.text.EmbeddedPlayers;
import io.masthead.text.MarkupBudget;
import io.masthead.text.MarkupTokens;
import io.masthead.text.VerbatimCleaner;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Renders texts as WordPress 7.1 does: the same words, punctuation, paragraphs and entities byte by byte,
 * except for what cleaning removes.
 *
 * <p>Each method refuses text that is too complex with a {@link ContentTooComplexException}, as {@link
 * MarkupBudget#check} does; {@link #orElse} provides a fallback.
 */
public final class WordPressRendering {

    /** The number of words of a derived excerpt in WordPress. */
    public static final int EXCERPT_WORDS = 55;

    private static final Pattern MORE = Pattern.compile("<!--more(?:\\s[^<>]*?)?-->");

    private static final Pattern PAGE_END = Pattern.compile("(?:<!-- wp:nextpage -->)?\\n?<!--nextpage-->");

    private static final Pattern BRAND = Pattern.compile("(?<=[ >(]|&#8216;|&#8220;)Wordpress");

    private WordPressRendering() {}

    /**
     * The result of another method, or the fallback if the text is too complex. A text that was simple enough
     * to store may be too complex to render again.
     */
    public static String orElse(Supplier<String> rendered, String otherwise) {
        try {
            return rendered.get();
        } catch (ContentTooComplexException e) {
            return otherwise;
        }
    }

    /**
     * A post, a page or the description of a file. Paragraphs are formed only if there are no blocks.
     */
    public static String content(String source) {
        return VerbatimCleaner.content(ContentImages.of(formed(source)));
    }

    /**
     * The first page of content with {@code <!--nextpage-->}, as {@link #content}; null without page breaks. A
     * paragraph may span the marker, so the source is cut.
     */
    public static String firstPage(String source) {
        var end = PAGE_END.matcher(source);
        return end.find() ? content(source.substring(0, end.start())) : null;
    }

    /** Rendered content with an anchor in place of the marker that ends the teaser. */
    public static String withTeaserAnchor(String html, long postId) {
        return html.contains("<!--more")
                ? MORE.matcher(html).replaceFirst("<span id=\"more-" + postId + "\"></span>")
                : html;
    }

    /** A title, with the few tags that titles may have. */
    public static String title(String source) {
        MarkupBudget.check(source);
        var marked = Typography.ampersands(Typography.of(source)).strip();
        return VerbatimCleaner.inline(marked.replace("Wordpress", "WordPress")).strip();
    }

    /**
     * A title for feeds: without tags, and with entities that XML knows.
     *
     * @param title rendered by {@link #title}
     */
    public static String feedTitle(String title) {
        return NumericEntities.of(MarkupTokens.withoutTags(title));
    }

    /**
     * An excerpt, or the caption of a file: the written one, or else the beginning of the content, up to the
     * author's marker if there is one.
     *
     * @param written blank or null if there is none
     * @param words the number of words to take from longer content
     */
    public static String excerpt(String written, String source, int words) {
        return summary(isWritten(written) ? written : WordPressExcerpt.of(source, words));
    }

    /** As {@link #excerpt(String, String, int)} with {@value #EXCERPT_WORDS} words. */
    public static String excerpt(String written, String source) {
        return excerpt(written, source, EXCERPT_WORDS);
    }

    /**
     * Both excerpts of a text.
     *
     * @param html as {@link #excerpt(String, String)}
     * @param feed for feeds: without paragraphs, and ignoring the marker that ends the teaser
     */
    public record Excerpts(String html, String feed) {}

    /** Both excerpts, forming the text only once if possible. */
    public static Excerpts excerpts(String written, String source) {
        if (isWritten(written)) {
            return new Excerpts(summary(written), feedSummary(written));
        }
        var beginning = WordPressExcerpt.of(source, EXCERPT_WORDS);
        return new Excerpts(
                summary(beginning),
                feedSummary(
                        WordPressExcerpt.endsWithTeaser(source) ? WordPressExcerpt.acrossMarks(source) : beginning));
    }

    /** A comment; bare URLs become links marked as user-generated. */
    public static String comment(String source) {
        return comment(source, VerbatimCleaner::comment);
    }

    /** As {@link #comment}, for one that a WordPress has shown: headings, lists, tables and code stay. */
    public static String importedComment(String source) {
        return comment(source, VerbatimCleaner::importedComment);
    }

    private static String comment(String source, UnaryOperator<String> cleaned) {
        MarkupBudget.check(source);
        // Paragraphs are formed after cleaning, not around what it removes.
        var marked = Typography.of(ClickableText.of(cleaned.apply(source)));
        var paragraphs = WordPressParagraphs.of(Smilies.of(Typography.ampersands(marked)));
        return cleaned.apply(brand(paragraphs));
    }

    private static String feedSummary(String text) {
        MarkupBudget.check(text);
        return DynamicBlock.without(VerbatimCleaner.content(NumericEntities.of(Typography.ampersands(text))));
    }

    private static String summary(String text) {
        MarkupBudget.check(text);
        var marked = Smilies.of(Typography.of(text));
        return DynamicBlock.without(VerbatimCleaner.content(WordPressParagraphs.of(Typography.ampersands(marked))));
    }

    /** All steps but the last ones, which depend on where the content is shown. */
    static String formed(String source) {
        MarkupBudget.check(source);
        boolean blocks = WordPressBlocks.areIn(source);
        var text = Shortcodes.modernised(CodeShortcodes.render(source));
        var embedded = EmbeddedPlayers.onLines(PlayerShortcodes.render(blocks ? WordPressBlocks.render(text) : text));
        var marked = Typography.of(embedded);
        var paragraphs = blocks ? marked : WordPressParagraphs.of(marked);
        return Smilies.of(brand(Shortcodes.render(paragraphs)));
    }

    /** WordPress corrects the capitalisation of its name. */
    private static String brand(String html) {
        return html.contains("Wordpress") ? BRAND.matcher(html).replaceAll("WordPress") : html;
    }

    private static boolean isWritten(String excerpt) {
        return excerpt != null && !excerpt.isBlank();
    }
}
