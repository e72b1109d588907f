package io.masthead.text;

import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Refuses paragraphs with very many lines: the parser copies all earlier lines at each further line, to check
 * whether they are the header of a table. It never starts a block, and is used for one text only.
 */
final class ParagraphBudget implements BlockParserFactory {

    /** A paragraph of four thousand lines, or several shorter ones. */
    private static final long MAX_LINES_COPIED = 8_000_000;

    private BlockParser paragraph;
    private long lines;
    private long copied;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var parser = matched.getMatchedBlockParser();
        if (parser.getBlock() instanceof Paragraph) {
            lines = parser == paragraph ? lines + 1 : 1;
            paragraph = parser;
            copied += lines;
            if (copied > MAX_LINES_COPIED) {
                throw new ContentTooComplexException(
                        "The content has a paragraph of too many lines; " + "put blank lines between them.");
            }
        }
        return BlockStart.none();
    }
}
