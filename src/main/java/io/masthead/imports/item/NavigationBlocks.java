package io.masthead.imports.item;

import io.masthead.platform.db.JsonObjectConverter;
import io.masthead.text.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The links of a menu of WordPress' block themes, which is a post with blocks. The attributes are those of the blocks
 * {@code core/navigation-link}, {@code core/navigation-submenu} and {@code core/home-link}.
 *
 * @param links each after the one above it
 * @param leftOut how many blocks of each other kind there are, and links that cannot be read
 */
public record NavigationBlocks(List<Link> links, Map<String, Integer> leftOut) {

    /**
     * A link as it was written.
     *
     * @param above the position of the link that it is below; -1 for none
     * @param label plain text; may be empty
     * @param url empty for none
     * @param kind {@code post-type}, {@code taxonomy} or another word; may be empty
     * @param type such as {@code page} or {@code category}; may be empty
     * @param id of what it leads to; null for none
     */
    public record Link(
            int above,
            String label,
            String url,
            String kind,
            String type,
            Long id,
            boolean opensNewTab,
            String description,
            String title,
            List<String> rel,
            List<String> classes) {}

    private static final String LINK = "navigation-link";
    private static final String SUBMENU = "navigation-submenu";
    private static final String HOME = "home-link";
    private static final Set<String> LINKS = Set.of(LINK, SUBMENU, HOME);

    /** They hold links, and are nothing without them. */
    private static final Set<String> CONTAINERS = Set.of("navigation", "group", "columns", "column", "list");

    private static final Pattern BLOCK = Pattern.compile("(/?)wp:(?:core/)?([a-z][a-z0-9/_-]*+)");

    public static NavigationBlocks of(String content) {
        return new Reader().read(SourceText.storable(content));
    }

    private static final class Reader {

        private final List<Link> links = new ArrayList<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();

        /** The positions of the links that are open; -1 for those that cannot be read. */
        private final Deque<Integer> open = new ArrayDeque<>();

        private NavigationBlocks read(String content) {
            int start = content.indexOf("<!--");
            while (start >= 0) {
                // WordPress writes attributes so that none contains the end of a comment.
                int end = content.indexOf("-->", start);
                if (end < 0) {
                    break;
                }
                block(content.substring(start + "<!--".length(), end).strip());
                start = content.indexOf("<!--", end);
            }
            return new NavigationBlocks(List.copyOf(links), leftOut);
        }

        private void block(String comment) {
            var block = BLOCK.matcher(comment);
            if (!block.lookingAt()) {
                return;
            }
            var name = block.group(2);
            boolean isEmpty = comment.endsWith("/");
            if (!LINKS.contains(name)) {
                if (block.group(1).isEmpty() && !CONTAINERS.contains(name)) {
                    leftOut.merge(name, 1, Integer::sum);
                }
            } else if (!block.group(1).isEmpty()) {
                open.poll();
            } else {
                var json = comment.substring(block.end(), isEmpty ? comment.length() - 1 : comment.length())
                        .strip();
                int added = add(name, json.isEmpty() ? "{}" : json);
                if (!isEmpty) {
                    open.push(added);
                }
            }
        }

        private int add(String name, String json) {
            var attributes = JsonObjectConverter.parse(json);
            if (attributes.isEmpty()) {
                leftOut.merge(name, 1, Integer::sum);
                return above();
            }
            links.add(link(name, attributes.get()));
            return links.size() - 1;
        }

        private int above() {
            return open.isEmpty() ? -1 : open.peek();
        }

        private Link link(String name, Map<String, Object> attributes) {
            boolean isHome = name.equals(HOME);
            var label = plain(attributes, "label");
            return new Link(
                    above(),
                    isHome && label.isEmpty() ? "Home" : label,
                    isHome ? "/" : text(attributes, "url"),
                    text(attributes, "kind"),
                    text(attributes, "type"),
                    isHome ? null : id(attributes.get("id")),
                    Boolean.TRUE.equals(attributes.get("opensInNewTab")),
                    plain(attributes, "description"),
                    plain(attributes, "title"),
                    words(text(attributes, "rel")),
                    words(text(attributes, "className")));
        }

        private static Long id(Object value) {
            try {
                return value == null ? null : Long.valueOf(String.valueOf(value));
            } catch (NumberFormatException e) {
                return null;
            }
        }

        private static String text(Map<String, Object> attributes, String name) {
            return attributes.get(name) instanceof String text
                    ? SourceText.storable(text).strip()
                    : "";
        }

        private static String plain(Map<String, Object> attributes, String name) {
            return PlainText.orAsWritten(text(attributes, name)).strip();
        }

        private static List<String> words(String text) {
            return Arrays.stream(text.split("\\s+", -1))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
