package io.masthead.text.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.text.ContentFormat;
import io.masthead.text.DynamicBlock;
import io.masthead.text.EmbeddedPlayers;
import io.masthead.text.HtmlCleaner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Renders the contents of a recorded WordPress, and compares the structure with its output. */
class RecordedContentTest {

    private static final Path SHARED =
            Path.of(System.getProperty("masthead.shared", "../shared")).resolve("wordpress");

    private static final int EQUAL_AT_LEAST = 38;

    @Test
    void classic_and_block_content_has_the_same_paragraphs_as_in_wordpress() throws Exception {
        assumeTrue(Files.isDirectory(SHARED), () -> "no recordings at " + SHARED.toAbsolutePath());
        var sources = sources();
        var different = new TreeMap<Long, String>();
        int equal = 0;
        for (var recorded : renderings().entrySet()) {
            var source = sources.get(recorded.getKey());
            if (source == null) {
                continue;
            }
            var ours = outline(DynamicBlock.without(
                    ContentRenderer.render(source, ContentFormat.WORDPRESS).html()));
            var theirs = outline(HtmlCleaner.content(EmbeddedPlayers.onLines(recorded.getValue())));
            if (ours.equals(theirs)) {
                equal++;
            } else {
                different.put(recorded.getKey(), firstDifference(ours, theirs));
            }
        }
        assertThat(different).isEmpty();
        assertThat(equal).isGreaterThanOrEqualTo(EQUAL_AT_LEAST);
    }

    private static String firstDifference(List<String> ours, List<String> theirs) {
        int i = 0;
        while (i < ours.size() && i < theirs.size() && ours.get(i).equals(theirs.get(i))) {
            i++;
        }
        int from = Math.max(0, i - 2);
        return "\n  ours   "
                + ours.subList(from, Math.min(ours.size(), i + 5))
                + "\n  theirs "
                + theirs.subList(from, Math.min(theirs.size(), i + 5));
    }

    /** Elements and words in order; no attributes, no quotes or dashes, no empty paragraphs. */
    private static List<String> outline(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        for (var paragraph : body.select("p")) {
            if (paragraph.childrenSize() == 0 && paragraph.text().isBlank()) {
                paragraph.remove();
            }
        }
        var outline = new ArrayList<String>();
        describe(body, outline);
        return outline;
    }

    private static void describe(Node node, List<String> outline) {
        if (node instanceof TextNode text) {
            // 10x20 is shown as 10×20
            var words = text.getWholeText().replaceAll("(?<=\\d)x(?=\\d)", "").replaceAll("[^\\p{L}\\p{Nd}]+", "");
            if (!words.isEmpty()) {
                outline.add(words);
            }
        } else if (node instanceof Element element) {
            outline.add("<" + element.normalName());
            element.childNodes().forEach(child -> describe(child, outline));
            outline.add(">");
        }
    }

    private static Map<Long, String> sources() throws IOException, XMLStreamException {
        var sources = new HashMap<Long, String>();
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var in = Files.newInputStream(SHARED.resolve("oracle-seed.wxr.xml"))) {
            var reader = factory.createXMLStreamReader(in);
            var content = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("encoded")
                        && reader.getNamespaceURI().contains("content")) {
                    content = reader.getElementText();
                } else if (reader.getLocalName().equals("post_id")) {
                    sources.put(Long.valueOf(reader.getElementText()), content);
                }
            }
        }
        return sources;
    }

    private static Map<Long, String> renderings() throws IOException {
        var renderings = new HashMap<Long, String>();
        var json = new ObjectMapper();
        for (var file : List.of("posts-list", "posts-single", "pages")) {
            for (var line : Files.readAllLines(SHARED.resolve("golden/" + file + ".jsonl"))) {
                var exchange = json.readTree(line);
                if (exchange.path("method").asText().equals("GET")) {
                    collect(exchange.path("resp_body"), renderings);
                }
            }
        }
        return renderings;
    }

    private static void collect(JsonNode node, Map<Long, String> renderings) {
        var rendered = node.path("content").path("rendered").asText("");
        if (!rendered.isEmpty() && node.path("id").isIntegralNumber()) {
            renderings.putIfAbsent(node.path("id").asLong(), rendered);
        }
        node.forEach(child -> collect(child, renderings));
    }
}
