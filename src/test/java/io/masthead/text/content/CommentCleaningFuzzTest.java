package io.masthead.text.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.text.ContentFormat;
import io.masthead.text.XssPayloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inputs that might get past the comment cleaner: known ones, and with {@code -Pfuzz} those that Jazzer finds
 * in a limited time.
 */
class CommentCleaningFuzzTest {

    private static final int SECONDS = Integer.getInteger("masthead.fuzz.seconds", 60);
    private static final int GRACE_SECONDS = 90;
    private static final Pattern RUNS = Pattern.compile("(?m)^(?:Done |stat::number_of_executed_units:\\s*)(\\d+)");

    /** Fragments for Jazzer, which would take long to find them character by character. */
    private static final List<String> PIECES = List.of(
            "<a href=",
            "javascript:",
            "<svg ",
            "<math ",
            "<style>",
            "<script>",
            "</script>",
            "<noscript>",
            "<template>",
            "<textarea>",
            "<title>",
            "<table>",
            "<blockquote cite=",
            "<p>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "onerror=",
            "&colon;",
            "&#x6A;",
            "&lt;",
            "&amp;",
            "](",
            "![",
            "```",
            "> ",
            "<foreignObject>",
            "<mglyph>",
            "<xmp>",
            "<plaintext>",
            "<select>",
            "<form>",
            "<pre>");

    @Test
    void nothing_of_the_corpus_gets_past_the_cleaner() {
        assertThat(corpus()).hasSizeGreaterThan(1_000).allSatisfy(CommentCleaningFuzzer::clean);
    }

    @Test
    @Tag("fuzz")
    void jazzer_finds_no_way_past_the_cleaner(@TempDir Path folder) throws Exception {
        var log = folder.resolve("jazzer.log").toFile();
        var jazzer = new ProcessBuilder(command(folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(jazzer.waitFor(SECONDS + GRACE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            jazzer.destroyForcibly();
        }
        var output = Files.readString(log.toPath());
        assertThat(jazzer.exitValue()).as(tail(output)).isZero();
        var runs = RUNS.matcher(output);
        assertThat(runs.find()).as(tail(output)).isTrue();
        assertThat(Long.parseLong(runs.group(1))).isGreaterThan(100);
    }

    @Test
    void what_it_looks_for_would_be_seen() {
        assertThatThrownBy(() -> CommentCleaningFuzzer.check("<p onclick=\"x\">a</p>", ContentFormat.HTML))
                .isInstanceOf(AssertionError.class);
        for (var link : List.of("<a href=\"javascript:x\" rel=\"nofollow ugc\">a</a>", "<a href=\"/x\">a</a>")) {
            assertThatThrownBy(() -> CommentCleaningFuzzer.check(link, ContentFormat.WORDPRESS))
                    .isInstanceOf(AssertionError.class);
        }
        assertThatThrownBy(() -> CommentCleaningFuzzer.check("<svg></svg>", ContentFormat.WORDPRESS))
                .isInstanceOf(AssertionError.class);
    }

    /** Known attacks, and all pairs of fragments. Jazzer's findings are added to the attacks. */
    private static List<String> corpus() {
        var pairs = PIECES.stream().flatMap(first -> PIECES.stream().map(second -> first + "x" + second + "y"));
        return Stream.concat(XssPayloads.all(), pairs).toList();
    }

    /** Jazzer starts with the known attacks, and stores its additions beside them. */
    private static Path seeds(Path folder) throws IOException {
        var seeds = Files.createDirectory(folder.resolve("corpus"));
        var inputs = XssPayloads.all().toList();
        for (int i = 0; i < inputs.size(); i++) {
            Files.writeString(seeds.resolve("seed-" + i), inputs.get(i));
        }
        return seeds;
    }

    private static List<String> command(Path folder) throws IOException {
        var dictionary = folder.resolve("pieces.dict");
        Files.write(
                dictionary,
                PIECES.stream()
                        .map(piece -> '"' + piece.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .toList());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + CommentCleaningFuzzer.class.getName());
        command.add("--instrumentation_includes=io.masthead.text.**:org.jsoup.**");
        command.add("-max_total_time=" + SECONDS);
        // It would count the memory from before this JVM was replaced; -Xmx limits it already.
        command.add("-rss_limit_mb=0");
        command.add("-max_len=2000");
        command.add("-print_final_stats=1");
        command.add("-dict=" + dictionary);
        command.add(seeds(folder).toString());
        return command;
    }

    private static String tail(String output) {
        return output.substring(Math.max(0, output.length() - 4_000));
    }
}
