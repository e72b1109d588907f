package io.masthead.text;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The one way in which texts are parsed as HTML: refused when too complex, limited in depth. */
public final class ParsedHtml {

    private ParsedHtml() {}

    /** A document whose body holds the fragment. */
    public static Document of(String html) {
        MarkupBudget.check(html);
        // Broken nesting can make a tree deeper than its source looks.
        var parser = Parser.htmlParser().setMaxDepth(2 * MarkupBudget.MAX_DEPTH);
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        body.insertChildren(0, parser.parseFragmentInput(html, body, ""));
        return document;
    }
}
