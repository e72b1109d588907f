package io.masthead.imports.wxr;

/**
 * A position in the export file, counted from 1. The column is that of the following character, as XML parsers
 * count; dropped control characters are not counted.
 */
public record Location(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
