package io.masthead.text.wordpress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Replaces named entities by numeric ones, since XML knows only five names. */
final class NumericEntities {

    private static final Pattern NAMED = Pattern.compile("&([a-zA-Z][a-zA-Z0-9]{0,31}+);");

    private NumericEntities() {}

    /** Unknown names are treated as text. */
    static String of(String html) {
        return NAMED.matcher(html).replaceAll(found -> Matcher.quoteReplacement(numbered(found.group())));
    }

    private static String numbered(String entity) {
        var meant = Parser.unescapeEntities(entity, false);
        if (meant.equals(entity)) {
            return "&#038;" + entity.substring(1);
        }
        var numbers = new StringBuilder();
        meant.codePoints().forEach(c -> numbers.append("&#").append(c).append(';'));
        return numbers.toString();
    }
}
