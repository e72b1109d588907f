package io.masthead.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One pass over HTML source that removes what {@link SourceAttributes} does not keep. Everything else stays
 * unchanged byte by byte: block comments, text, and well-formed tags. A removal can create a new tag from its
 * surroundings, so {@link SourceFilter} repeats the pass until nothing changes.
 */
final class SourceMarkup {

    /** Elements that are removed with their content. */
    private static final Set<String> SILENT = Set.of("script", "style");

    private static final Pattern KNOWN_ATTRIBUTE = Pattern.compile(
            "[a-zA-Z][a-zA-Z0-9_:.-]*+" + "(?:\\s*+=\\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\\s\"'<>=`]++))?+");

    private static final Pattern KNOWN_TAG = Pattern.compile("<[a-zA-Z][a-zA-Z0-9]*+\\s*+/?>");
    private static final Pattern KNOWN_END = Pattern.compile("\\s*+/?>");
    private static final Pattern CLOSING = Pattern.compile("</[a-zA-Z][a-zA-Z0-9]*+\\s*+>");

    private final String source;
    private final boolean isPart;
    private final StringBuilder kept;
    private final Set<String> neverClosed = new HashSet<>();
    private final FrameMarkup frames;
    private MarkupTokens tokens;

    private SourceMarkup(String source, boolean isPart) {
        this.source = source;
        this.isPart = isPart;
        this.kept = new StringBuilder(source.length() + 16);
        this.frames = new FrameMarkup(source);
        this.tokens = new MarkupTokens(source);
    }

    /** For a whole text. */
    static String once(String source) {
        return new SourceMarkup(source, false).read();
    }

    /** For a part of a text, in which an element may begin that ends elsewhere. */
    static String onceInPart(String source) {
        return new SourceMarkup(source, true).read();
    }

    private String read() {
        while (tokens.next()) {
            switch (tokens.kind()) {
                case TEXT -> text();
                case COMMENT -> comment(tokens.text());
                case OPEN -> open(tokens.name(), tokens.text());
                case CLOSE -> close(tokens.name(), tokens.text());
            }
        }
        return kept.toString();
    }

    private void text() {
        var text = tokens.text();
        var code = CodeShortcodes.START.matcher(text);
        while (!isPart && code.find()) {
            var name = code.group(1);
            int begin = tokens.start() + code.end();
            int end = neverClosed.contains(name) ? -1 : source.indexOf("[/" + name + "]", begin);
            if (end >= 0) {
                kept.append(source, tokens.start(), begin).append(code(begin, end));
                tokens = new MarkupTokens(source, end);
                return;
            }
            neverClosed.add(name);
        }
        kept.append(text);
    }

    /** Tags in code are meant to be read, so they are escaped and not removed. */
    private String code(int begin, int end) {
        var code = source.substring(begin, end);
        return onceInPart(code).equals(code) ? code : SourceFilter.escaped(code);
    }

    private void comment(String comment) {
        var ends = comment.length() >= 7 && comment.startsWith("<!--") && comment.endsWith("-->");
        if (ends && !comment.startsWith("<!-->") && !comment.contains("--!>")) {
            kept.append(comment);
        } else {
            escape(comment);
        }
    }

    private void open(String name, String tag) {
        if (!tag.endsWith(">")) {
            escape(tag);
        } else if (SILENT.contains(name)) {
            skip(name);
        } else if (FrameMarkup.NAMES.contains(name)) {
            frame(name, tag);
        } else if (SourceAttributes.isKept(name)) {
            kept.append(cleaned(name, tag, TagAttributes.of(tag)));
        }
    }

    private void close(String name, String tag) {
        if (!tag.endsWith(">")) {
            escape(tag);
        } else if (SourceAttributes.isKept(name)) {
            kept.append(CLOSING.matcher(tag).matches() ? tag : "</" + name + ">");
        }
    }

    /** Escapes the start of markup, so that it becomes text. */
    private void escape(String markup) {
        kept.append("&lt;").append(markup, 1, markup.length());
    }

    private void frame(String name, String tag) {
        var attributes = TagAttributes.of(tag);
        var leadsToPlayer = name.equals("iframe")
                && attributes.stream()
                        .filter(attribute -> attribute.name().equals("src"))
                        .findFirst()
                        .filter(src -> SourceAttributes.isKept("iframe", "src", src.value()))
                        .isPresent();
        if (!leadsToPlayer) {
            var replaced = frames.replace(name, tag, tokens.end());
            kept.append(replaced.html());
            tokens = new MarkupTokens(source, replaced.end());
            return;
        }
        kept.append(cleaned("iframe", tag, attributes));
        var isEnded = isPart;
        while (tokens.next()) {
            kept.append(tokens.text());
            if (isEnd("iframe")) {
                isEnded = true;
                break;
            }
        }
        if (!isEnded) {
            kept.append("</iframe>");
        }
    }

    private void skip(String name) {
        while (tokens.next() && !isEnd(name)) {
            // Its content is removed too.
        }
    }

    private boolean isEnd(String name) {
        return tokens.kind() == MarkupTokens.Kind.CLOSE && tokens.name().equals(name);
    }

    private static String cleaned(String name, String tag, List<TagAttributes.Attribute> attributes) {
        var safe = new ArrayList<TagAttributes.Attribute>();
        for (var attribute : attributes) {
            if (SourceAttributes.isKept(name, attribute.name(), attribute.value())) {
                safe.add(attribute);
            }
        }
        if (safe.size() == attributes.size() && isKnown(tag, safe)) {
            return tag;
        }
        var clean = new StringBuilder("<").append(name);
        for (var attribute : safe) {
            clean.append(' ')
                    .append(isKnown(attribute) ? attribute.written() : written(attribute.name(), attribute.value()));
        }
        return clean.append(tag.endsWith(" />") ? " />" : tag.endsWith("/>") ? " />" : ">")
                .toString();
    }

    /** Whether all parsers read it in the same way. */
    private static boolean isKnown(String tag, List<TagAttributes.Attribute> attributes) {
        if (attributes.isEmpty()) {
            return KNOWN_TAG.matcher(tag).matches();
        }
        int end = attributes.get(attributes.size() - 1).end();
        return attributes.stream().allMatch(SourceMarkup::isKnown)
                && KNOWN_END.matcher(tag).region(end, tag.length()).matches();
    }

    private static boolean isKnown(TagAttributes.Attribute attribute) {
        return KNOWN_ATTRIBUTE.matcher(attribute.written()).matches();
    }

    private static String written(String name, String value) {
        return name
                + "=\""
                + value.replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                + '"';
    }
}
