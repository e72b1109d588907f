package io.masthead.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The differences between two texts, line by line. */
public record LineDiff(List<Hunk> hunks) {

    /** The number of unchanged lines shown around changes. */
    public static final int CONTEXT = 3;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /**
     * The limit for the product of the line counts between the first and the last change; two thousand lines
     * each can always be compared.
     */
    private static final long MAX_WORK = 4_000_000;

    /**
     * Adjacent changes.
     *
     * @param beforeStart the number of its first line in the old text, from 1; one more than the last line if
     *     it only adds at the end
     * @param afterStart the same in the new text
     */
    public record Hunk(int beforeStart, int afterStart, List<Line> lines) {}

    /** A line and whether it was added, removed or kept. */
    public record Line(Change change, String text) {}

    /** What happened to a line. */
    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Empty if the two are too long and too different to compare. */
    public static Optional<LineDiff> between(String before, String after) {
        var old = lines(before);
        var young = lines(after);
        int head = sharedHead(old, young);
        int tail = sharedTail(old, young, head);
        var oldMiddle = old.subList(head, old.size() - tail);
        var youngMiddle = young.subList(head, young.size() - tail);
        if ((long) oldMiddle.size() * youngMiddle.size() > MAX_WORK) {
            return Optional.empty();
        }
        var script = new ArrayList<Line>();
        mark(script, Change.KEPT, old.subList(0, head));
        compare(script, oldMiddle, youngMiddle);
        mark(script, Change.KEPT, old.subList(old.size() - tail, old.size()));
        return Optional.of(new LineDiff(hunks(script)));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(LINE_BREAK.split(text, -1));
    }

    private static int sharedHead(List<String> old, List<String> young) {
        int most = Math.min(old.size(), young.size());
        int shared = 0;
        while (shared < most && old.get(shared).equals(young.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static int sharedTail(List<String> old, List<String> young, int head) {
        int most = Math.min(old.size(), young.size()) - head;
        int shared = 0;
        while (shared < most && old.get(old.size() - 1 - shared).equals(young.get(young.size() - 1 - shared))) {
            shared++;
        }
        return shared;
    }

    private static void compare(List<Line> script, List<String> old, List<String> young) {
        // By number, so that long lines are compared only once.
        var numbers = new HashMap<String, Integer>();
        var patch = DiffUtils.diff(numbered(old, numbers), numbered(young, numbers), new MyersDiffWithLinearSpace<>());
        int next = 0;
        var added = new ArrayList<String>();
        for (var delta : patch.getDeltas()) {
            int from = delta.getSource().getPosition();
            int until = from + delta.getSource().size();
            if (from > next) {
                mark(script, Change.ADDED, added);
                added.clear();
            }
            mark(script, Change.KEPT, old.subList(next, from));
            mark(script, Change.REMOVED, old.subList(from, until));
            // Added lines come after removed ones.
            int first = delta.getTarget().getPosition();
            added.addAll(young.subList(first, first + delta.getTarget().size()));
            next = until;
        }
        mark(script, Change.ADDED, added);
        mark(script, Change.KEPT, old.subList(next, old.size()));
    }

    private static List<Integer> numbered(List<String> lines, HashMap<String, Integer> numbers) {
        var list = new ArrayList<Integer>(lines.size());
        for (var line : lines) {
            var known = numbers.putIfAbsent(line, numbers.size());
            list.add(known == null ? numbers.get(line) : known);
        }
        return list;
    }

    private static void mark(List<Line> script, Change change, List<String> lines) {
        lines.forEach(line -> script.add(new Line(change, line)));
    }

    private static List<Hunk> hunks(List<Line> script) {
        var hunks = new ArrayList<Hunk>();
        int before = 1;
        int after = 1;
        int shown = 0;
        for (int i = 0; i < script.size(); ) {
            int change = nextChange(script, i);
            if (change == script.size()) {
                break;
            }
            int from = Math.max(i, change - CONTEXT);
            before += from - shown;
            after += from - shown;
            int until = end(script, change);
            var lines = List.copyOf(script.subList(from, until));
            hunks.add(new Hunk(before, after, lines));
            before += count(lines, Change.ADDED);
            after += count(lines, Change.REMOVED);
            shown = until;
            i = until;
        }
        return hunks;
    }

    private static int nextChange(List<Line> script, int from) {
        int next = from;
        while (next < script.size() && script.get(next).change() == Change.KEPT) {
            next++;
        }
        return next;
    }

    /** The end of a hunk: changes whose context overlaps are in one. */
    private static int end(List<Line> script, int change) {
        int last = change;
        for (int next = change;
                next < script.size() && next - last - 1 <= 2 * CONTEXT;
                next = nextChange(script, next + 1)) {
            last = next;
        }
        return Math.min(script.size(), last + CONTEXT + 1);
    }

    /** The number of lines of a hunk in one of the texts. */
    private static int count(List<Line> lines, Change missing) {
        return (int) lines.stream().filter(line -> line.change() != missing).count();
    }
}
