package io.masthead.cli;

import java.io.PrintWriter;

/** A progress display: one line that is updated on a terminal, and one line per tenth elsewhere. */
final class ProgressLine {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private int lastTenth;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(int done, int all) {
        if (all == 0) {
            return;
        }
        if (terminal) {
            int filled = (int) ((long) done * WIDTH / all);
            out.printf("\r[%s%s] %d/%d", "=".repeat(filled), " ".repeat(WIDTH - filled), done, all);
            out.flush();
            return;
        }
        int tenth = (int) ((long) done * TENTHS / all);
        if (tenth > lastTenth) {
            lastTenth = tenth;
            out.printf("%d/%d%n", done, all);
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
