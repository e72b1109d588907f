package io.masthead.text.wordpress;

import java.util.Map;
import java.util.Set;

/** Turns WordPress' smilies into emoji if they stand alone. */
final class Smilies {

    private static final Set<String> LITERAL = Set.of("code", "pre", "style", "script", "textarea");

    private static final Map<String, String> EMOJI = Map.ofEntries(
            Map.entry(":neutral:", "😐"),
            Map.entry(":twisted:", "😈"),
            Map.entry(":arrow:", "➡"),
            Map.entry(":shock:", "😯"),
            Map.entry(":smile:", "🙂"),
            Map.entry(":???:", "😕"),
            Map.entry(":cool:", "😎"),
            Map.entry(":evil:", "👿"),
            Map.entry(":grin:", "😀"),
            Map.entry(":idea:", "💡"),
            Map.entry(":oops:", "😳"),
            Map.entry(":razz:", "😛"),
            Map.entry(":roll:", "🙄"),
            Map.entry(":wink:", "😉"),
            Map.entry(":cry:", "😥"),
            Map.entry(":eek:", "😮"),
            Map.entry(":lol:", "😆"),
            Map.entry(":mad:", "😡"),
            Map.entry(":sad:", "🙁"),
            Map.entry("8-)", "😎"),
            Map.entry("8-O", "😯"),
            Map.entry(":-(", "🙁"),
            Map.entry(":-)", "🙂"),
            Map.entry(":-?", "😕"),
            Map.entry(":-D", "😀"),
            Map.entry(":-P", "😛"),
            Map.entry(":-o", "😮"),
            Map.entry(":-x", "😡"),
            Map.entry(":-|", "😐"),
            Map.entry(";-)", "😉"),
            Map.entry(":(", "🙁"),
            Map.entry(":)", "🙂"),
            Map.entry(":?", "😕"),
            Map.entry(":D", "😀"),
            Map.entry(":P", "😛"),
            Map.entry(":o", "😮"),
            Map.entry(":x", "😡"),
            Map.entry(":|", "😐"),
            Map.entry(";)", "😉"),
            Map.entry(":!:", "❗"),
            Map.entry(":?:", "❓"));

    private static final int LONGEST = 9;

    private Smilies() {}

    static String of(String html) {
        if (html.indexOf(':') < 0 && html.indexOf(';') < 0 && html.indexOf("8-") < 0) {
            return html;
        }
        return HtmlTextRewriter.rewrite(html, LITERAL, Smilies::words);
    }

    private static String words(String text) {
        var result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            var smiley = i == 0 || Spacing.endsAt(text, i) ? smiley(text, i) : "";
            if (smiley.isEmpty()) {
                result.append(text.charAt(i));
                i++;
            } else {
                result.append(EMOJI.get(smiley));
                i += smiley.length();
            }
        }
        return result.toString();
    }

    private static String smiley(String text, int start) {
        char first = text.charAt(start);
        if (first != ':' && first != ';' && first != '8') {
            return "";
        }
        int end = start;
        while (end < text.length() && end - start <= LONGEST && !Spacing.beginsAt(text, end)) {
            end++;
        }
        var word = text.substring(start, end);
        return EMOJI.containsKey(word) ? word : "";
    }
}
