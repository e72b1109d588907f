package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.LineDiff.Change;
import io.masthead.text.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void equal_texts_have_no_hunks() {
        assertThat(hunks("a\nb", "a\nb")).isEmpty();
        assertThat(hunks("", "")).isEmpty();
    }

    @Test
    void the_empty_text_has_no_lines() {
        assertThat(hunks("", "a")).containsExactly(new LineDiff.Hunk(1, 1, List.of(new Line(Change.ADDED, "a"))));
        assertThat(hunks("a", "")).containsExactly(new LineDiff.Hunk(1, 1, List.of(new Line(Change.REMOVED, "a"))));
    }

    @Test
    void a_line_break_at_the_end_is_a_change() {
        assertThat(hunks("a", "a\n"))
                .containsExactly(
                        new LineDiff.Hunk(1, 1, List.of(new Line(Change.KEPT, "a"), new Line(Change.ADDED, ""))));
    }

    @Test
    void line_breaks_of_every_system_part_lines_alike() {
        assertThat(hunks("a\r\nb\rc", "a\nb\nc")).isEmpty();
    }

    @Test
    void changes_that_share_their_surroundings_are_one_hunk() {
        assertThat(hunks("x\n1\n2\n3\n4\n5\n6\ny", "X\n1\n2\n3\n4\n5\n6\nY")).hasSize(1);
        assertThat(hunks("x\n1\n2\n3\n4\n5\n6\n7\ny", "X\n1\n2\n3\n4\n5\n6\n7\nY"))
                .hasSize(2);
    }

    @Test
    void hunks_say_where_they_begin_in_both_texts() {
        var before = lines("line ", 30);
        var after = new ArrayList<>(before);
        after.add(5, "new");
        after.remove("line 20");

        var hunks = hunks(String.join("\n", before), String.join("\n", after));

        assertThat(hunks).hasSize(2);
        assertThat(hunks.get(0).beforeStart()).isEqualTo(3);
        assertThat(hunks.get(0).afterStart()).isEqualTo(3);
        assertThat(hunks.get(1).beforeStart()).isEqualTo(18);
        assertThat(hunks.get(1).afterStart()).isEqualTo(19);
    }

    @Test
    void hunks_lead_from_one_text_to_the_other() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var before = anyText(random);
            var after = anyText(random);

            assertThat(patched(before, hunks(before, after))).isEqualTo(after);
        }
    }

    @Test
    void texts_too_expensive_to_compare_have_no_diff() {
        var many = String.join("\n", lines("a", 2_100));

        assertThat(LineDiff.between(many, String.join("\n", lines("b", 2_100)))).isEmpty();
    }

    @Test
    void long_texts_that_differ_in_little_are_compared() {
        var many = String.join("\n", lines("a", 100_000));

        assertThat(hunks(many, many.replace("a50000", "new").replace("a50700", "newer")))
                .hasSize(2);
        assertThat(LineDiff.between("", many)).isPresent();
    }

    private static List<LineDiff.Hunk> hunks(String before, String after) {
        return LineDiff.between(before, after).orElseThrow().hunks();
    }

    private static String patched(String before, List<LineDiff.Hunk> hunks) {
        var old = before.isEmpty() ? List.<String>of() : List.of(before.split("\n", -1));
        var lines = new ArrayList<String>();
        int next = 0;
        for (var hunk : hunks) {
            lines.addAll(old.subList(next, hunk.beforeStart() - 1));
            assertThat(lines).hasSize(hunk.afterStart() - 1);
            next = hunk.beforeStart() - 1;
            for (var line : hunk.lines()) {
                if (line.change() != Change.ADDED) {
                    assertThat(line.text()).isEqualTo(old.get(next));
                    next++;
                }
                if (line.change() != Change.REMOVED) {
                    lines.add(line.text());
                }
            }
        }
        lines.addAll(old.subList(next, old.size()));
        return String.join("\n", lines);
    }

    private static String anyText(Random random) {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(n -> "abc".substring(random.nextInt(3)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(n -> word + n).toList();
    }
}
