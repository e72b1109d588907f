package io.masthead.cli;

import java.io.PrintWriter;

/** A progress display: one line that is updated on a terminal, and one line per tenth elsewhere. */
final class ProgressLine {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final String noun;
    private int lastTenth;

    /** @param noun of what is counted, in the plural */
    ProgressLine(PrintWriter out, boolean terminal, String noun) {
        this.out = out;
        this.terminal = terminal;
        this.noun = noun;
    }

    void show(int done, int all) {
        if (all == 0) {
            return;
        }
        if (terminal) {
            int filled = (int) ((long) done * WIDTH / all);
            out.printf("\r[%s%s] %d/%d %s ", "=".repeat(filled), " ".repeat(WIDTH - filled), done, all, noun);
            out.flush();
            return;
        }
        int tenth = (int) ((long) done * TENTHS / all);
        if (tenth > lastTenth) {
            lastTenth = tenth;
            out.printf("%d/%d %s%n", done, all, noun);
            out.flush();
        }
    }

    void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
