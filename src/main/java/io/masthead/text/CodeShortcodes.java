package io.masthead.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Shortcodes whose content is code and not HTML, as plugins that highlight syntax have them. */
public final class CodeShortcodes {

    /** The start of one, with its name. */
    static final Pattern START =
            Pattern.compile("\\[(sourcecode|source|code|php|css|html|xml|js|javascript)((?:\\s[^\\[\\]]*+)?+)]");

    private static final Pattern LANGUAGE = Pattern.compile("\\slang(?:uage)?+=[\"']?+([a-z0-9#+-]{1,20}+)");

    private static final Set<String> GENERAL = Set.of("sourcecode", "source", "code");

    private static final Pattern AMPERSAND = Pattern.compile("&(?!#?+[a-zA-Z0-9]{1,31}+;)");

    private CodeShortcodes() {}

    /** The text with preformatted code in their place; those without an end stay. */
    public static String render(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        var result = new StringBuilder(text.length() + 64);
        var neverClosed = new HashSet<String>();
        var start = START.matcher(text);
        int done = 0;
        while (start.find()) {
            var name = start.group(1);
            if (start.start() < done || neverClosed.contains(name)) {
                continue;
            }
            var endTag = "[/" + name + "]";
            int end = text.indexOf(endTag, start.end());
            if (end < 0) {
                neverClosed.add(name);
                continue;
            }
            result.append(text, done, start.start());
            result.append(preformatted(name, start.group(2), text.substring(start.end(), end)));
            done = end + endTag.length();
        }
        return result.append(text, done, text.length()).toString();
    }

    private static String preformatted(String name, String settings, String code) {
        var language = LANGUAGE.matcher(settings);
        var known = language.find() ? language.group(1) : GENERAL.contains(name) ? "" : name;
        return "<pre class=\"wp-block-code\"><code"
                + (known.isEmpty() ? "" : " class=\"language-" + known + "\"")
                + ">"
                + escaped(withoutOuterLines(code))
                + "</code></pre>";
    }

    private static String withoutOuterLines(String code) {
        int start = 0;
        while (start < code.length() && (code.charAt(start) == '\n' || code.charAt(start) == '\r')) {
            start++;
        }
        return code.substring(start).stripTrailing();
    }

    /** Stored code may be escaped or not; brackets must not be read as further shortcodes. */
    private static String escaped(String code) {
        return AMPERSAND
                .matcher(code)
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("[", "&#91;");
    }
}
