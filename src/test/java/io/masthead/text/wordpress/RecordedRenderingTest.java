package io.masthead.text.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.text.DynamicBlock;
import io.masthead.text.EmbeddedPlayers;
import io.masthead.text.VerbatimCleaner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Renders texts whose sources and output a WordPress showed, and compares them byte by byte, after removing
 * what cleaning removes.
 */
class RecordedRenderingTest {

    private static final Path RECORDINGS =
            Path.of(System.getProperty("masthead.shared", "../shared")).resolve("wordpress/golden");

    @BeforeEach
    void look_for_the_recordings() {
        assumeTrue(Files.isDirectory(RECORDINGS), () -> "no recordings at " + RECORDINGS.toAbsolutePath());
    }

    @Test
    void contents_are_equal() {
        assertEqual(
                "content",
                false,
                source -> DynamicBlock.without(WordPressRendering.content(source)),
                RecordedRenderingTest::withPlayers,
                17);
    }

    /** The recorded WordPress could not ask other sites, so addresses stayed as they were. */
    private static String withPlayers(String html) {
        return VerbatimCleaner.content(EmbeddedPlayers.onLines(html));
    }

    @Test
    void titles_are_equal() {
        assertEqual(
                "title",
                false,
                WordPressRendering::title,
                title -> VerbatimCleaner.inline(title).strip(),
                90);
    }

    @Test
    void comments_are_equal() {
        // WordPress forms a paragraph around a script that an administrator may write there.
        assertEqual(
                "content",
                true,
                WordPressRendering::comment,
                comment -> VerbatimCleaner.comment(comment).replace("<p></p>\n", ""),
                20);
    }

    @Test
    void captions_are_equal() {
        assertEqual("caption", false, caption -> WordPressRendering.excerpt(caption, ""), VerbatimCleaner::content, 3);
    }

    private static void assertEqual(
            String field, boolean ofComments, UnaryOperator<String> ours, UnaryOperator<String> cleaned, int atLeast) {
        var recorded = new LinkedHashMap<String, String>();
        try (var files = Files.list(RECORDINGS)) {
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    collect(new ObjectMapper().readTree(line), field, ofComments, recorded);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var rendered = new LinkedHashMap<String, String>();
        var expected = new LinkedHashMap<String, String>();
        recorded.forEach((source, html) -> {
            rendered.put(source, ours.apply(source));
            expected.put(source, cleaned.apply(html));
        });
        assertThat(rendered).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    private static void collect(JsonNode node, String field, boolean ofComments, Map<String, String> recorded) {
        var text = node.path(field);
        if (text.path("raw").isTextual()
                && !text.path("raw").asText().isBlank()
                && text.path("rendered").isTextual()
                && node.has("author_name") == ofComments) {
            recorded.put(text.path("raw").asText(), text.path("rendered").asText());
        }
        node.forEach(child -> collect(child, field, ofComments, recorded));
    }
}
