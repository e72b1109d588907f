package io.masthead.text.wordpress;

import io.masthead.text.MarkupTokens;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Applies a rule to the text in HTML, but not to markup or code. */
final class HtmlTextRewriter {

    private HtmlTextRewriter() {}

    static String rewrite(String html, Set<String> literal, UnaryOperator<String> words) {
        return rewrite(html, literal, words, UnaryOperator.identity());
    }

    /**
     * @param literal the elements whose text stays unchanged
     * @param words rewrites a run of text between two tags
     * @param tags rewrites a start tag
     */
    static String rewrite(String html, Set<String> literal, UnaryOperator<String> words, UnaryOperator<String> tags) {
        var result = new StringBuilder(html.length() + html.length() / 8);
        var open = new ArrayDeque<String>();
        var tokens = new MarkupTokens(html);
        while (tokens.next()) {
            var text = tokens.text();
            switch (tokens.kind()) {
                case COMMENT -> result.append(text);
                case TEXT -> result.append(open.isEmpty() ? words.apply(text) : text);
                case OPEN -> {
                    result.append(tags.apply(text));
                    if (literal.contains(tokens.name())) {
                        open.push(tokens.name());
                    }
                }
                case CLOSE -> {
                    result.append(text);
                    if (tokens.name().equals(open.peek())) {
                        open.pop();
                    }
                }
            }
        }
        return result.toString();
    }
}
