package io.masthead.text.wordpress;

import io.masthead.text.CodeShortcodes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortcodes of plugins, which nothing here renders; they are no words of a text. */
public final class UnknownShortcodes {

    private static final Pattern BRACKETS =
            Pattern.compile("\\[(/?+)([a-zA-Z][a-zA-Z0-9_-]{1,60}+)((?:[\\s=/][^\\[\\]<>]*+)?+)\\]");

    private UnknownShortcodes() {}

    /**
     * The text without them; what stands between two of them stays. Words in brackets, such as {@code [sic]},
     * stay unless they have settings or an end.
     */
    public static String remove(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        var closed = closed(text);
        return BRACKETS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isShortcode(found.group(1), found.group(2), found.group(3), closed) ? "" : found.group()));
    }

    /** The names of those in a text, in brackets and in order; not of those that are rendered. */
    public static Set<String> names(String text) {
        var names = new TreeSet<String>();
        var known = Shortcodes.remove(PlayerShortcodes.render(CodeShortcodes.render(text)));
        var closed = closed(known);
        var found = BRACKETS.matcher(known);
        while (found.find()) {
            if (isShortcode(found.group(1), found.group(2), found.group(3), closed)) {
                names.add("[" + found.group(2) + "]");
            }
        }
        return names;
    }

    private static boolean isShortcode(String slash, String name, String settings, Set<String> closed) {
        return !slash.isEmpty()
                || settings.indexOf('=') >= 0
                || settings.endsWith("/")
                || name.indexOf('_') >= 0
                || closed.contains(name);
    }

    private static Set<String> closed(String text) {
        var names = new HashSet<String>();
        var found = BRACKETS.matcher(text);
        while (found.find()) {
            if (!found.group(1).isEmpty()) {
                names.add(found.group(2));
            }
        }
        return names;
    }
}
