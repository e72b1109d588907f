package io.masthead.text.wordpress;

import io.masthead.text.MarkupTokens;
import io.masthead.text.TagAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Renders blocks as WordPress does: delimiters are removed, their HTML stays, and some tags get classes that themes
 * use. Of dynamic blocks, those that can be shown become a {@link io.masthead.text.DynamicBlock}, and others nothing.
 */
final class WordPressBlocks {

    /** The beginning of a delimiter: up to its settings, or its end. */
    private static final Pattern BEGINNING =
            Pattern.compile("<!--\\s++(/)?wp:([a-z][a-z0-9_-]*+(?:/[a-z][a-z0-9_-]*+)?)\\s++");

    private static final Pattern LAYOUT = Pattern.compile("\"layout\"\\s*+:\\s*+\\{([^{}]*+)\\}");

    private static final Pattern SETTING = Pattern.compile("\"([a-zA-Z]++)\"\\s*+:\\s*+\"([a-z-]++)\"");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** Blocks whose first tag with one of these names gets the block's class. */
    private static final Map<String, Set<String>> MARKED =
            Map.of("paragraph", Set.of("p"), "heading", HEADINGS, "list", Set.of("ul", "ol"));

    /** Layout blocks, and their default layouts. */
    private static final Map<String, String> LAYOUTS = Map.of(
            "quote", "flow",
            "group", "flow",
            "column", "flow",
            "cover", "flow",
            "details", "flow",
            "columns", "flex",
            "buttons", "flex",
            "gallery", "flex",
            "social-links", "flex");

    private static final Set<String> WRAPPERS = Set.of("columns", "column", "group");

    /** Blocks whose text may be part of an excerpt. */
    private static final Set<String> SUMMED_UP = Set.of(
            "freeform",
            "heading",
            "html",
            "list",
            "media-text",
            "paragraph",
            "preformatted",
            "pullquote",
            "quote",
            "table",
            "verse");

    /** Blocks without HTML of their own that are shown in other ways. */
    private static final Set<String> SHOWN = Set.of("footnotes", "more", "nextpage");

    private static final class Block {

        private final String name;
        private final String settings;
        private final int start;
        private int firstInner = -1;
        private boolean holdsOthersThanWords;

        private Block(String name, String settings, int start) {
            this.name = name;
            this.settings = settings;
            this.start = start;
        }
    }

    private record Addition(int at, String tag, List<String> classes) {}

    private final String source;
    private final boolean forExcerpt;
    private final StringBuilder html = new StringBuilder();
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Addition> additions = new ArrayList<>();
    private final Set<String> hidden = new TreeSet<>();

    private WordPressBlocks(String source, boolean forExcerpt) {
        this.source = source;
        this.forExcerpt = forExcerpt;
    }

    /** Whether WordPress treats the content as blocks, and forms no paragraphs. */
    static boolean areIn(String source) {
        return source.contains("<!-- wp:");
    }

    static String render(String source) {
        return new WordPressBlocks(source, false).read();
    }

    /** Only blocks with text: no images, no code, no buttons. */
    static String forExcerpt(String source) {
        return new WordPressBlocks(source, true).read();
    }

    /** The names of blocks that show nothing, in order. */
    static Set<String> hidden(String source) {
        var blocks = new WordPressBlocks(source, false);
        blocks.read();
        return blocks.hidden;
    }

    private String read() {
        int done = 0;
        int start = source.indexOf("<!--");
        var ending = Ending.before(source, start < 0 ? -1 : source.indexOf("-->", start + 4));
        while (start >= 0 && ending.at() >= 0) {
            int next = start + 4;
            var beginning = BEGINNING.matcher(source).region(start, ending.at());
            if (beginning.lookingAt() && ending.fits(source, beginning.end())) {
                html.append(source, done, start);
                var settings = ending.settings(source, beginning.end());
                cross(beginning.group(1) != null, beginning.group(2), settings, ending.isEmpty());
                done = ending.at() + 3;
                next = done;
            }
            start = source.indexOf("<!--", next);
            // Several beginnings may share an end, which is searched only once.
            if (start >= 0 && start + 4 > ending.at()) {
                ending = Ending.before(source, source.indexOf("-->", start + 4));
            }
        }
        html.append(source, done, source.length());
        while (!open.isEmpty()) {
            close(open.pop());
        }
        return written();
    }

    /**
     * The text before the end of a comment.
     *
     * @param at the end of the comment; -1 if there is none
     * @param brace the brace that ends the settings, followed by blanks only; -1 if there is none
     * @param isEmpty whether a slash marks the block as empty
     */
    private record Ending(int at, int brace, boolean isEmpty) {

        static Ending before(String source, int at) {
            if (at < 0) {
                return new Ending(-1, -1, false);
            }
            boolean isEmpty = source.charAt(at - 1) == '/';
            int end = isEmpty ? at - 1 : at;
            int brace = end - 1;
            while (isBlank(source.charAt(brace))) {
                brace--;
            }
            boolean isBrace = brace < end - 1 && source.charAt(brace) == '}';
            return new Ending(at, isBrace ? brace : -1, isEmpty);
        }

        /** Whether it ends a delimiter whose name ends at this position. */
        boolean fits(String source, int nameEnd) {
            return source.charAt(nameEnd) == '{' ? nameEnd < brace : nameEnd == (isEmpty ? at - 1 : at);
        }

        String settings(String source, int nameEnd) {
            return source.charAt(nameEnd) == '{' ? source.substring(nameEnd, brace + 1) : "";
        }

        private static boolean isBlank(char c) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
    }

    private void cross(boolean ends, String fullName, String settings, boolean isEmpty) {
        var name = fullName.startsWith("core/") ? fullName.substring(5) : fullName;
        if (ends) {
            if (!open.isEmpty() && open.peek().name.equals(name)) {
                close(open.pop());
            }
            return;
        }
        if (!open.isEmpty() && open.peek().firstInner < 0) {
            open.peek().firstInner = html.length();
        }
        var block = new Block(name, settings, html.length());
        if (isEmpty) {
            if (!DynamicBlockSettings.isOne(name) && !SHOWN.contains(name)) {
                hidden.add(name);
            }
            close(block);
        } else {
            open.push(block);
        }
    }

    private void close(Block block) {
        if (forExcerpt && !mayBeSummedUp(block)) {
            html.setLength(block.start);
            while (!additions.isEmpty() && additions.get(additions.size() - 1).at() >= block.start) {
                additions.remove(additions.size() - 1);
            }
            return;
        }
        if (DynamicBlockSettings.isOne(block.name)
                && block.firstInner < 0
                && html.substring(block.start).isBlank()) {
            html.append(DynamicBlockSettings.ofBlock(block.name, block.settings));
            return;
        }
        if (block.name.equals("shortcode") && block.firstInner < 0) {
            var text = html.substring(block.start);
            html.setLength(block.start);
            html.append(WordPressParagraphs.of(text));
        }
        mark(block);
        layOut(block);
    }

    /** An excluded block also excludes the block around it, except for layout blocks. */
    private boolean mayBeSummedUp(Block block) {
        boolean words = SUMMED_UP.contains(block.name);
        if (!open.isEmpty()) {
            open.peek().holdsOthersThanWords |= !words || block.firstInner >= 0;
        }
        return WRAPPERS.contains(block.name) || (words && !(open.isEmpty() && block.holdsOthersThanWords));
    }

    private void mark(Block block) {
        var names = MARKED.get(block.name);
        if (names == null) {
            return;
        }
        var tokens = new MarkupTokens(html.substring(block.start, firstPart(block)));
        while (tokens.next()) {
            if (tokens.kind() == MarkupTokens.Kind.OPEN && names.contains(tokens.name())) {
                additions.add(addition(block, tokens, List.of("wp-block-" + block.name)));
                return;
            }
        }
    }

    /** The class is added to the innermost open tag with classes when the first block begins. */
    private void layOut(Block block) {
        var layout = LAYOUTS.get(block.name);
        if (layout == null) {
            return;
        }
        var classes = layoutClasses(block.name, layout, settings(block));
        var tokens = new MarkupTokens(html.substring(block.start, firstPart(block)));
        Addition chosenTag = null;
        while (tokens.next()) {
            if (tokens.kind() == MarkupTokens.Kind.OPEN
                    && (chosenTag == null || (block.firstInner >= 0 && hasClasses(tokens.text())))) {
                chosenTag = addition(block, tokens, classes);
            }
        }
        if (chosenTag != null) {
            additions.add(chosenTag);
        }
    }

    private static Map<String, String> settings(Block block) {
        var settings = new HashMap<String, String>();
        var layout = LAYOUT.matcher(block.settings);
        if (layout.find()) {
            var setting = SETTING.matcher(layout.group(1));
            while (setting.find()) {
                settings.put(setting.group(1), setting.group(2));
            }
        }
        return settings;
    }

    private static List<String> layoutClasses(String name, String layout, Map<String, String> settings) {
        var type = settings.getOrDefault("type", layout);
        type = type.equals("default") ? "flow" : type;
        var classes = new ArrayList<String>();
        if (type.equals("constrained")) {
            classes.add("has-global-padding"); // as in the default theme, and most block themes
        }
        if (settings.containsKey("orientation")) {
            classes.add("is-" + settings.get("orientation"));
        }
        if (settings.containsKey("justifyContent")) {
            classes.add("is-content-justification-" + settings.get("justifyContent"));
        }
        if ("nowrap".equals(settings.get("flexWrap"))) {
            classes.add("is-nowrap");
        }
        classes.add("is-layout-" + type);
        classes.add("wp-block-" + name + "-is-layout-" + type);
        return classes;
    }

    private static boolean hasClasses(String tag) {
        return TagAttributes.find(tag, "class").isPresent();
    }

    private int firstPart(Block block) {
        return block.firstInner < 0 ? html.length() : block.firstInner;
    }

    private static Addition addition(Block block, MarkupTokens tag, List<String> classes) {
        return new Addition(block.start + tag.start(), tag.text(), classes);
    }

    private String written() {
        additions.sort(Comparator.comparingInt(Addition::at));
        var result = new StringBuilder(html.length() + 64 * additions.size());
        int done = 0;
        for (var addition : additions) {
            result.append(html, done, addition.at());
            result.append(TagAttributes.withClasses(addition.tag(), addition.classes()));
            done = addition.at() + addition.tag().length();
        }
        return result.append(html, done, html.length()).toString();
    }
}
