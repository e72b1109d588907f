package io.masthead.text;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses all HTML texts: refuses those that are too complex, and limits the depth. */
public final class ParsedHtml {

    private ParsedHtml() {}

    /** A document whose body contains the fragment. */
    public static Document of(String html) {
        MarkupBudget.check(html);
        // Broken nesting can make a tree deeper than its source.
        var parser = Parser.htmlParser().setMaxDepth(2 * MarkupBudget.MAX_DEPTH);
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        body.insertChildren(0, parser.parseFragmentInput(html, body, ""));
        return document;
    }
}
