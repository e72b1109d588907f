package io.masthead.text.wordpress;

import io.masthead.text.ContentTooComplexException;
import io.masthead.text.MarkupBudget;
import io.masthead.text.MarkupTokens;
import io.masthead.text.VerbatimCleaner;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a WordPress 7.1 shows of what authors and readers wrote: the same words, marks, paragraphs
 * and entities to the byte, except for what cleaning takes away.
 *
 * <p>Each method refuses what is too complex with a {@link ContentTooComplexException}, as {@link
 * MarkupBudget#check} does; {@link #orElse} shows something else in its place.
 */
public final class WordPressRendering {

    /** How many words WordPress takes of a content for an excerpt that nobody wrote. */
    public static final int EXCERPT_WORDS = 55;

    private static final Pattern MORE = Pattern.compile("<!--more(?:\\s[^<>]*?)?-->");

    private static final Pattern PAGE_END = Pattern.compile("(?:<!-- wp:nextpage -->)?\\n?<!--nextpage-->");

    private static final Pattern BRAND = Pattern.compile("(?<=[ >(]|&#8216;|&#8220;)Wordpress");

    private WordPressRendering() {}

    /**
     * What one of the other methods gives, or this HTML where the text is too complex for it. What
     * was simple enough to be stored may be too complex to be rendered a second time.
     */
    public static String orElse(Supplier<String> rendered, String otherwise) {
        try {
            return rendered.get();
        } catch (ContentTooComplexException e) {
            return otherwise;
        }
    }

    /**
     * A post, a page or the description of a file. Paragraphs are formed only where there are no
     * blocks; of shortcodes, captions are rendered; addresses are not made players.
     */
    public static String content(String source) {
        return VerbatimCleaner.content(ContentImages.of(formed(source)));
    }

    /**
     * The first page of content that {@code <!--nextpage-->} divides, as {@link #content}; null
     * where nothing divides it. A paragraph may reach over the mark, so the page is cut from the
     * source.
     */
    public static String firstPage(String source) {
        var end = PAGE_END.matcher(source);
        return end.find() ? content(source.substring(0, end.start())) : null;
    }

    /** Rendered content in which an anchor takes the place of the mark that ends the teaser. */
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
     * A title as feeds have it: without tags, and with entities that XML knows.
     *
     * @param title rendered by {@link #title}
     */
    public static String feedTitle(String title) {
        return NumericEntities.of(MarkupTokens.withoutTags(title));
    }

    /**
     * An excerpt, or the caption of a file: what was written for it, or else the beginning of the
     * content, up to the author's mark if there is one.
     *
     * @param written blank or null where nobody wrote one
     * @param words how many words to take of a content that goes on after them
     */
    public static String excerpt(String written, String source, int words) {
        return summary(isWritten(written) ? written : WordPressExcerpt.of(source, words));
    }

    /** As {@link #excerpt(String, String, int)} of {@value #EXCERPT_WORDS} words. */
    public static String excerpt(String written, String source) {
        return excerpt(written, source, EXCERPT_WORDS);
    }

    /**
     * Both excerpts of a text.
     *
     * @param html as {@link #excerpt(String, String)}
     * @param feed as feeds have it: without paragraphs, and over the mark that ends the teaser
     */
    public record Excerpts(String html, String feed) {}

    /** Both excerpts, for which the text is formed once where that is enough. */
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

    /** What a guest or a user said; addresses become links, which nobody vouches for. */
    public static String comment(String source) {
        MarkupBudget.check(source);
        // Paragraphs are formed of what the cleaner leaves, not around what it takes away.
        var marked = Typography.of(ClickableText.of(VerbatimCleaner.comment(source)));
        var paragraphs = WordPressParagraphs.of(Smilies.of(Typography.ampersands(marked)));
        return VerbatimCleaner.comment(brand(paragraphs));
    }

    private static String feedSummary(String text) {
        MarkupBudget.check(text);
        return VerbatimCleaner.content(NumericEntities.of(Typography.ampersands(text)));
    }

    private static String summary(String text) {
        MarkupBudget.check(text);
        var marked = Smilies.of(Typography.of(text));
        return VerbatimCleaner.content(WordPressParagraphs.of(Typography.ampersands(marked)));
    }

    /** Everything but the last steps, which depend on where the content is shown. */
    static String formed(String source) {
        MarkupBudget.check(source);
        boolean blocks = WordPressBlocks.areIn(source);
        var marked = Typography.of(blocks ? WordPressBlocks.render(source) : source);
        var paragraphs = blocks ? marked : WordPressParagraphs.of(marked);
        return Smilies.of(brand(Shortcodes.render(paragraphs)));
    }

    /** WordPress insists on how it is spelled. */
    private static String brand(String html) {
        return html.contains("Wordpress") ? BRAND.matcher(html).replaceAll("WordPress") : html;
    }

    private static boolean isWritten(String excerpt) {
        return excerpt != null && !excerpt.isBlank();
    }
}
