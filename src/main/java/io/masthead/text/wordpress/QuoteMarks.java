package io.masthead.text.wordpress;

/**
 * Turns straight quotes in a run of text into typographic ones. WordPress decides by the neighbours of each
 * quote and by whether one was opened before it, whatever the language. The rules are applied one after the
 * other to the whole run; a quote that one of them has replaced is ignored by the next.
 */
final class QuoteMarks {

    private static final String CLOSING_DOUBLE = "&#8221;";

    private enum Mark {
        OPENING,
        CLOSING,
        APOSTROPHE,
        PRIME,
        /** A double quote after a single one that abbreviates a year: the class of '99". */
        CLOSING_YEAR
    }

    private final String text;
    private final char quote;
    private final Mark[] marks;

    private QuoteMarks(String text, char quote) {
        this.text = text;
        this.quote = quote;
        this.marks = new Mark[text.length()];
    }

    static String single(String text) {
        if (text.indexOf('\'') < 0) {
            return text;
        }
        var quotes = new QuoteMarks(text, '\'');
        quotes.abbreviatedYears();
        quotes.quotedNumbers();
        quotes.openings();
        quotes.apostrophes();
        quotes.closingsAndPrimes();
        return quotes.written("&#8216;", "&#8217;", "&#8242;");
    }

    static String doubled(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        var quotes = new QuoteMarks(text, '"');
        quotes.quotedNumbers();
        quotes.openings();
        quotes.closingsAndPrimes();
        return quotes.written("&#8220;", CLOSING_DOUBLE, "&#8243;");
    }

    /** The apostrophe in '99, and a quote right after it, which was opened somewhere before the year. */
    private void abbreviatedYears() {
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            if (isDigit(i + 1) && isDigit(i + 2) && closes(i + 4, text.length())) {
                if (isOpen(i + 3)) {
                    marks[i] = Mark.APOSTROPHE;
                    marks[i + 3] = Mark.CLOSING;
                } else if (is(i + 3, '"')) {
                    marks[i] = Mark.APOSTROPHE;
                    marks[i + 3] = Mark.CLOSING_YEAR;
                }
            }
        }
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            if (isDigit(i + 1) && isDigit(i + 2) && !continuesNumber(i + 3)) {
                marks[i] = Mark.APOSTROPHE;
            }
        }
    }

    private boolean continuesNumber(int i) {
        return isDigit(i) || is(i, '%') || ((is(i, '.') || is(i, ',')) && isDigit(i + 1));
    }

    private void quotedNumbers() {
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            if ((i == 0 || Spacing.endsAt(text, i)) && isDigit(i + 1)) {
                int end = i + 2;
                while (isDigit(end) || is(end, '.') || is(end, ',')) {
                    end++;
                }
                if (isOpen(end)) {
                    marks[i] = Mark.OPENING;
                    marks[end] = Mark.CLOSING;
                }
            }
        }
    }

    private void openings() {
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            if (mayOpen(i) && (quote == '\'' || !Spacing.beginsAt(text, i + 1))) {
                marks[i] = Mark.OPENING;
            }
        }
    }

    private boolean mayOpen(int i) {
        if (i == 0 || Spacing.endsAt(text, i) || Spacing.endsWith(text, i, "&lt;")) {
            return true;
        }
        char before = text.charAt(i - 1);
        return marks[i - 1] == null && ("([{-".indexOf(before) >= 0 || (quote == '\'' && before == '"'));
    }

    private void apostrophes() {
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            if (!Spacing.endsAt(text, i) && continuesWord(i + 1)) {
                marks[i] = Mark.APOSTROPHE;
            }
        }
    }

    private boolean continuesWord(int i) {
        return i < text.length()
                && (marks[i] != null || ".,:;!?\"'(){}[]-".indexOf(text.charAt(i)) < 0)
                && !text.startsWith("&lt;", i)
                && !text.startsWith("&gt;", i)
                && !Spacing.beginsAt(text, i);
    }

    /** A sentence is the text between two opening quotes, or before the first. */
    private void closingsAndPrimes() {
        int from = 0;
        boolean opened = false;
        while (from <= text.length()) {
            int to = from;
            while (to < text.length() && marks[to] != Mark.OPENING) {
                to++;
            }
            if (opened && !hasClosing(from, to)) {
                closeOnce(from, to);
            } else {
                primes(from, to);
                for (int i = next(from, to); i >= 0; i = next(i + 1, to)) {
                    if (closes(i + 1, to)) {
                        marks[i] = Mark.CLOSING;
                    }
                }
            }
            if (quote == '"') {
                closeRest(from, to);
            }
            from = to + 1;
            opened = true;
        }
    }

    /** If several quotes might close, those after a digit may be inches or minutes. */
    private void closeOnce(int from, int to) {
        int candidates = 0;
        int clear = 0;
        int beforePeriod = -1;
        int last = -1;
        for (int i = next(from, to); i >= 0; i = next(i + 1, to)) {
            if (closes(i + 1, to)) {
                candidates++;
                clear += followsDigit(i, from) ? 0 : 1;
                last = i;
                beforePeriod = is(i + 1, '.') && i + 1 < to ? i : beforePeriod;
            }
        }
        if (candidates > 1 && clear == 0) {
            marks[beforePeriod >= 0 ? beforePeriod : last] = Mark.CLOSING;
        }
        for (int i = next(from, to); i >= 0; i = next(i + 1, to)) {
            boolean candidate = closes(i + 1, to);
            if (candidate && (candidates == 1 || !followsDigit(i, from))) {
                marks[i] = Mark.CLOSING;
            } else if (followsDigit(i, from)) {
                marks[i] = Mark.PRIME;
            }
        }
    }

    private void primes(int from, int to) {
        for (int i = next(from, to); i >= 0; i = next(i + 1, to)) {
            if (followsDigit(i, from)) {
                marks[i] = Mark.PRIME;
            }
        }
    }

    private void closeRest(int from, int to) {
        for (int i = next(from, to); i >= 0; i = next(i + 1, to)) {
            marks[i] = Mark.CLOSING;
        }
    }

    private boolean hasClosing(int from, int to) {
        var written = quote == '"' ? CLOSING_DOUBLE : "&#8217;";
        for (int i = from; i < to; i++) {
            if (marks[i] == Mark.CLOSING
                    || (text.charAt(i) == '&' && i + written.length() <= to && text.startsWith(written, i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a quote before this position can close. */
    private boolean closes(int after, int end) {
        if (after >= end) {
            return after == end;
        }
        return (marks[after] == null && ".,:;!?)}-]".indexOf(text.charAt(after)) >= 0)
                || text.startsWith("&gt;", after)
                || Spacing.beginsAt(text, after);
    }

    private boolean followsDigit(int i, int from) {
        return i > from && isDigit(i - 1);
    }

    private int next(int from) {
        return next(from, text.length());
    }

    /** The next undecided quote, or -1. */
    private int next(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == quote && marks[i] == null) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOpen(int i) {
        return is(i, quote) && marks[i] == null;
    }

    private boolean is(int i, char c) {
        return i < text.length() && text.charAt(i) == c;
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private String written(String opening, String closing, String prime) {
        var written = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            if (marks[i] == null) {
                written.append(text.charAt(i));
            } else {
                written.append(
                        switch (marks[i]) {
                            case OPENING -> opening;
                            case CLOSING -> closing;
                            case APOSTROPHE -> "&#8217;";
                            case PRIME -> prime;
                            case CLOSING_YEAR -> CLOSING_DOUBLE;
                        });
            }
        }
        return written.toString();
    }
}
