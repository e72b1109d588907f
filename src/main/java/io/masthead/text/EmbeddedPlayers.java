package io.masthead.text;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Shows players in posts: for an address that stands alone on a line or in a paragraph, and for frames and
 * objects that the author wrote. The address alone decides; no site is asked. The result has not been cleaned.
 */
public final class EmbeddedPlayers {

    /** Elements whose text shows addresses as they are. */
    private static final Set<String> LITERAL = Set.of("pre", "code", "kbd", "samp", "textarea", "script", "style");

    private static final Pattern LINE =
            Pattern.compile("(?md)^([ \\t]*+)(https?://[^\\s<>\"\\[\\]]{1,2000}+)(?=[ \\t\\r]*+$)");

    private static final Pattern ALONE = Pattern.compile("\\s*+https?://[^\\s<>\"]{1,2000}+\\s*+");

    private final String html;
    private final MarkupTokens tokens;
    private final FrameMarkup frames;
    private final boolean lines;
    private final StringBuilder result;
    private final Deque<String> literal = new ArrayDeque<>();
    private final List<String> links = new ArrayList<>();
    private int done;

    /** The next one from the last start on, so that it is searched only once; -1 if there is none. */
    private int paragraphEnd;

    private EmbeddedPlayers(String html, boolean lines) {
        this.html = html;
        this.lines = lines;
        this.tokens = new MarkupTokens(html);
        this.frames = new FrameMarkup(html);
        this.result = new StringBuilder(html.length() + html.length() / 4);
    }

    /** For HTML: an address alone in a paragraph, as text or as a link, becomes a player. */
    public static String inParagraphs(String html) {
        return mayHavePlayers(html) ? new EmbeddedPlayers(html, false).read() : html;
    }

    /** For WordPress' text and blocks: an address alone on a line becomes a player too. */
    public static String onLines(String html) {
        return mayHavePlayers(html) ? new EmbeddedPlayers(html, true).read() : html;
    }

    /** The player of a page, or a link to it if none is known; empty if it is no address at all. */
    public static String ofAddress(String address) {
        var decoded = Parser.unescapeEntities(address.strip(), true);
        return Players.find(decoded)
                .map(FrameMarkup::player)
                .orElseGet(() -> WebAddresses.isPlain(decoded) ? FrameMarkup.link(decoded) : "");
    }

    /** The hosts of frames and objects that become links, with their numbers. */
    public static Map<String, Integer> hostsOfLinks(String html) {
        var hosts = new TreeMap<String, Integer>();
        if (!mayHavePlayers(html)) {
            return hosts;
        }
        var embedded = new EmbeddedPlayers(CodeShortcodes.render(html), false);
        embedded.read();
        embedded.links.forEach(link -> hosts.merge(URI.create(link).getHost(), 1, Integer::sum));
        return hosts;
    }

    private static boolean mayHavePlayers(String html) {
        return html.contains("://")
                || html.contains("<iframe")
                || html.contains("<object")
                || html.contains("<embed")
                || html.contains("<IFRAME");
    }

    private String read() {
        while (tokens.next()) {
            if (tokens.start() >= done) {
                switch (tokens.kind()) {
                    case TEXT -> text(tokens.text());
                    case OPEN -> open(tokens.name(), tokens.text());
                    case CLOSE -> close(tokens.name(), tokens.text());
                    case COMMENT -> result.append(tokens.text());
                }
            }
        }
        return result.toString();
    }

    private void open(String name, String tag) {
        if (FrameMarkup.NAMES.contains(name)) {
            frame(name, tag);
            return;
        }
        result.append(tag);
        if (LITERAL.contains(name)) {
            literal.push(name);
        } else if (name.equals("p") && literal.isEmpty()) {
            paragraph();
        }
    }

    private void close(String name, String tag) {
        result.append(tag);
        if (name.equals(literal.peek())) {
            literal.pop();
        }
    }

    private void frame(String name, String tag) {
        var src = name.equals("iframe") ? TagAttributes.find(tag, "src").orElse(null) : null;
        if (src != null && WebAddresses.isPlayer(src.value())) {
            var secured = WebAddresses.secured(src.value());
            result.append(secured.equals(src.value()) ? tag : withSource(tag, src, secured));
            return;
        }
        var replaced = frames.replace(name, tag, tokens.end());
        result.append(replaced.html());
        replaced.link().ifPresent(links::add);
        done = replaced.end();
    }

    private static String withSource(String tag, TagAttributes.Attribute src, String address) {
        int start = src.end() - src.written().length();
        return tag.substring(0, start) + src.withValue(address).written() + tag.substring(src.end());
    }

    /** An address that is all that a paragraph has. */
    private void paragraph() {
        int start = tokens.end();
        if (paragraphEnd >= 0 && paragraphEnd < start) {
            paragraphEnd = html.indexOf("</p>", start);
        }
        int end = paragraphEnd;
        if (end < 0 || end - start > 5_000) {
            return;
        }
        var inner = html.substring(start, end);
        var address = lines || !inner.stripLeading().startsWith("<a") ? inner : linked(inner);
        if (ALONE.matcher(address).matches()) {
            var player = player(address);
            if (!player.isEmpty()) {
                result.append(player);
                done = end;
            }
        }
    }

    /** The address that a link shows and leads to; empty if the two differ. */
    private static String linked(String inner) {
        var link = new MarkupTokens(inner.strip());
        if (!link.next() || !link.name().equals("a")) {
            return "";
        }
        var href = TagAttributes.find(link.text(), "href")
                .map(TagAttributes.Attribute::value)
                .orElse("");
        var shown = inner.strip().substring(link.end());
        return shown.equals(Parser.unescapeEntities(href, true) + "</a>")
                        || Parser.unescapeEntities(shown, true).equals(href + "</a>")
                ? shown.substring(0, shown.length() - "</a>".length())
                : "";
    }

    private void text(String text) {
        if (!lines || !literal.isEmpty() || !text.contains("://")) {
            result.append(text);
            return;
        }
        var line = LINE.matcher(text);
        while (line.find()) {
            boolean begins = line.start() > 0 || tokens.start() == 0 || isAfterLine();
            boolean ends = isLineEnd(tokens.start() + line.end());
            var player = begins && ends ? player(line.group(2)) : "";
            if (!player.isEmpty()) {
                line.appendReplacement(result, Matcher.quoteReplacement(line.group(1) + player));
            }
        }
        line.appendTail(result);
    }

    /** Whether the text begins after a comment, such as the delimiter of a block. */
    private boolean isAfterLine() {
        return html.startsWith("-->", tokens.start() - 3) || html.charAt(tokens.start() - 1) == '\n';
    }

    private boolean isLineEnd(int at) {
        int i = at;
        while (i < html.length() && " \t\r".indexOf(html.charAt(i)) >= 0) {
            i++;
        }
        return i == html.length() || html.charAt(i) == '\n' || html.startsWith("<!--", i);
    }

    private static String player(String address) {
        return Players.find(Parser.unescapeEntities(address.strip(), true))
                .map(FrameMarkup::player)
                .orElse("");
    }
}
