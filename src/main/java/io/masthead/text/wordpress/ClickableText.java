package io.masthead.text.wordpress;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns bare URLs in a comment into links, as WordPress does when it is read. */
public final class ClickableText {

    private static final Set<String> LITERAL = Set.of("a", "pre", "code", "script", "style");

    private static final String IN_ADDRESS = "[\\w#%~/@\\[\\]*(+=&$\\u0080-\\uFFFF-]";

    /** Punctuation belongs to a URL only if the URL continues after it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w/\"'=])https?://(?:" + (IN_ADDRESS + "|[.,;:!?')](?=" + IN_ADDRESS + ")") + "){1,2000}+\\)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile(
            "(?<![^\\s>])www\\.[\\w#$%&~/.;:=,?@\\[\\]+\\u0080-\\uFFFF-]{1,2000}+", Pattern.CASE_INSENSITIVE);

    private static final Pattern MAIL = Pattern.compile(
            "(?<![^\\s>])[.\\w+-]{1,64}+@(?:[a-z0-9-]{1,63}+\\.){1,10}[a-z0-9]{2,63}+", Pattern.CASE_INSENSITIVE);

    private ClickableText() {}

    /** HTML with links, except within existing links or code. */
    public static String of(String html) {
        return HtmlTextRewriter.rewrite(html, LITERAL, ClickableText::words);
    }

    private static String words(String text) {
        if (text.indexOf("://") < 0 && text.indexOf('@') < 0 && text.indexOf('.') < 0) {
            return text;
        }
        var linked = replace(ADDRESS, text, "");
        linked = HtmlTextRewriter.rewrite(linked, LITERAL, words -> replace(HOST, words, "http://"));
        return HtmlTextRewriter.rewrite(linked, LITERAL, words -> replace(MAIL, words, "mailto:"));
    }

    private static String replace(Pattern pattern, String text, String scheme) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(link(found.group(), scheme)));
    }

    private static String link(String found, String scheme) {
        int end = end(found);
        var address = Typography.ampersands(found.substring(0, end));
        var rel = scheme.equals("mailto:") ? "" : " rel=\"nofollow ugc\"";
        return "<a href=\"%s%s\"%s>%s</a>%s".formatted(scheme, address, rel, address, found.substring(end));
    }

    /** The end of the URL: before punctuation of the sentence, and brackets that it did not open. */
    private static int end(String found) {
        int end = found.length();
        int unopened = 0;
        for (int i = 0; i < end; i++) {
            unopened += found.charAt(i) == ')' ? 1 : found.charAt(i) == '(' ? -1 : 0;
        }
        while (end > 1) {
            char last = found.charAt(end - 1);
            if (last == ')' && unopened > 0) {
                unopened--;
            } else if (".,;:?!".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }
}
