package io.masthead.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders static blocks as WordPress does: their delimiters go, their HTML stays, and some of their
 * tags get classes that themes style them by. Blocks that a server would compute show nothing.
 */
final class WordPressBlocks {

    private static final Pattern DELIMITER =
            Pattern.compile(
                    "<!--\\s++(/)?wp:([a-z][a-z0-9_-]*+(?:/[a-z][a-z0-9_-]*+)?)\\s++"
                            + "(\\{.*\\}\\s++)?(/)?-->",
                    Pattern.DOTALL);

    private static final Pattern LAYOUT = Pattern.compile("\"layout\"\\s*+:\\s*+\\{([^{}]*+)\\}");

    private static final Pattern SETTING =
            Pattern.compile("\"([a-zA-Z]++)\"\\s*+:\\s*+\"([a-z-]++)\"");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** Blocks whose first tag of some names is marked with the block's own class. */
    private static final Map<String, Set<String>> MARKED =
            Map.of("paragraph", Set.of("p"), "heading", HEADINGS, "list", Set.of("ul", "ol"));

    /** Blocks that lay out others, and how when they do not say. */
    private static final Map<String, String> LAYOUTS =
            Map.of(
                    "quote", "flow",
                    "group", "flow",
                    "column", "flow",
                    "cover", "flow",
                    "details", "flow",
                    "columns", "flex",
                    "buttons", "flex");

    private static final Set<String> WRAPPERS = Set.of("columns", "column", "group");

    /** Blocks whose words may stand in an excerpt. */
    private static final Set<String> SUMMED_UP =
            Set.of(
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

    private WordPressBlocks(String source, boolean forExcerpt) {
        this.source = source;
        this.forExcerpt = forExcerpt;
    }

    /** Whether WordPress takes the content for blocks, and forms no paragraphs in it. */
    static boolean areIn(String source) {
        return source.contains("<!-- wp:");
    }

    static String render(String source) {
        return new WordPressBlocks(source, false).read();
    }

    /** Only the blocks that make words: no pictures, no code, no buttons. */
    static String forExcerpt(String source) {
        return new WordPressBlocks(source, true).read();
    }

    private String read() {
        int done = 0;
        int start = source.indexOf("<!--");
        while (start >= 0) {
            int end = source.indexOf("-->", start + 4);
            if (end < 0) {
                break;
            }
            int next = start + 4;
            var delimiter = DELIMITER.matcher(source).region(start, end + 3);
            if (delimiter.matches()) {
                html.append(source, done, start);
                cross(delimiter);
                done = end + 3;
                next = done;
            }
            start = source.indexOf("<!--", next);
        }
        html.append(source, done, source.length());
        while (!open.isEmpty()) {
            close(open.pop());
        }
        return written();
    }

    private void cross(Matcher delimiter) {
        var name = delimiter.group(2);
        name = name.startsWith("core/") ? name.substring(5) : name;
        if (delimiter.group(1) != null) {
            if (!open.isEmpty() && open.peek().name.equals(name)) {
                close(open.pop());
            }
            return;
        }
        if (!open.isEmpty() && open.peek().firstInner < 0) {
            open.peek().firstInner = html.length();
        }
        var settings = delimiter.group(3) == null ? "" : delimiter.group(3);
        var block = new Block(name, settings, html.length());
        if (delimiter.group(4) == null) {
            open.push(block);
        } else {
            close(block);
        }
    }

    private void close(Block block) {
        if (forExcerpt && !mayBeSummedUp(block)) {
            html.setLength(block.start);
            while (!additions.isEmpty()
                    && additions.get(additions.size() - 1).at() >= block.start) {
                additions.remove(additions.size() - 1);
            }
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

    /** A block among words is refused with the block around it, except in what only lays out. */
    private boolean mayBeSummedUp(Block block) {
        boolean words = SUMMED_UP.contains(block.name);
        if (!open.isEmpty()) {
            open.peek().holdsOthersThanWords |= !words || block.firstInner >= 0;
        }
        return WRAPPERS.contains(block.name)
                || (words && !(open.isEmpty() && block.holdsOthersThanWords));
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

    /**
     * The class goes to the innermost tag with classes that is open when the first block begins.
     */
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
                    && (chosenTag == null
                            || (block.firstInner >= 0 && hasClasses(tokens.text())))) {
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

    private static List<String> layoutClasses(
            String name, String layout, Map<String, String> settings) {
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
