package io.masthead.imports.wxr;

/**
 * A place in the export file, both counted from 1. The column is that of the character after what
 * is meant, as XML parsers count; control characters that the reader dropped are not counted.
 */
public record Location(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
