package io.masthead.imports.wxr;

import static io.masthead.imports.wxr.Collected.collected;
import static io.masthead.imports.wxr.Collected.wxr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxrRefusalTest {

    @Test
    void a_mismatched_tag_is_refused_with_line_and_column() {
        var refusal = refusalOf(wxr("<item>\n  <title>x</titel>\n</item>"));

        assertThat(refusal.location().line()).isEqualTo(7);
        assertThat(refusal.location().column()).isBetween(12, 21);
        assertThat(refusal).hasMessageStartingWith("Line 7, column ").hasMessageContaining("title");
        assertThat(refusal.getMessage()).doesNotContain("ParseError").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>a <b & c</title></item>",
                "<item><title>a</item></title>",
                "<item><title>&#8;</title></item>",
                "<item><foo:bar/></item>",
                "<item a='1' a='2'/>",
                "<item></channel>",
            })
    void xml_that_is_not_well_formed_is_refused(String elements) {
        var refusal = refusalOf(wxr(elements));

        assertThat(refusal).hasMessageContaining("not well-formed XML: ");
        assertThat(refusal.location().line()).isEqualTo(6);
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws IOException {
        var xml = wxr("<item><title>é</title><content:encoded><![CDATA[x]]></content:encoded>"
                + "<wp:post_id>1</wp:post_id></item>");
        var bytes = xml.stripTrailing().getBytes(StandardCharsets.UTF_8);

        for (int length = xml.indexOf("<rss"); length < bytes.length; length++) {
            var refusal = refusalOf(Arrays.copyOf(bytes, length));
            assertThat(refusal).as("cut off after %d bytes", length).hasMessageContaining("ends too early");
        }
        assertThat(collected(bytes).items).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "not xml", "{\"a\": 1}", "PK\u0003\u0004", "<"})
    void invalid_xml_is_refused(String text) {
        assertThat(refusalOf(text).location().line()).isPositive();
    }

    @Test
    void another_kind_of_xml_is_refused() {
        assertThat(refusalOf("<html><body/></html>"))
                .hasMessage("Line 1, column 7: The file is not a WordPress export: its root element is" + " not rss.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>News</title><item/></channel></rss>",
                "<rss><channel><title>News</title></channel></rss>",
                "<rss/>",
            })
    void an_ordinary_feed_is_refused(String feed) {
        assertThat(refusalOf(feed)).hasMessageContaining("no wp:wxr_version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "abc", "1", "1.x", "-1.0"})
    void an_unknown_version_is_refused(String version) {
        var xml = wxr("<item/>").replace("_version>1.2<", "_version>" + version + "<");

        assertThat(refusalOf(xml)).hasMessageContaining("\"" + version + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss>",
                "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/evil.dtd'>",
                "<!DOCTYPE rss [<!ENTITY a 'x'>]>",
            })
    void a_doctype_is_refused(String doctype) {
        var xml = wxr("<item/>").replace("<rss", doctype + "\n<rss");

        var refusal = refusalOf(xml);
        assertThat(refusal).hasMessageContaining("DOCTYPE");
        assertThat(refusal.location().line()).isEqualTo(2);
    }

    @Test
    void entities_multiply_nothing() {
        var xml = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 '").append("lol".repeat(1000));
        xml.append("'>");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        xml.append("]>\n<rss><channel><title>&l9;</title></channel></rss>");

        assertThat(refusalOf(xml.toString())).hasMessageContaining("DOCTYPE");
    }

    @Test
    void no_file_is_read_through_an_entity(@TempDir Path directory) throws IOException {
        var secret = Files.writeString(directory.resolve("secret.txt"), "the-secret");
        var xml = wxr("<item><title>&s;</title></item>")
                .replace("<rss", "<!DOCTYPE rss [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><rss");
        var handler = new Collected();

        var refusal = refusalOf(xml.getBytes(StandardCharsets.UTF_8), handler);

        assertThat(refusal.getMessage()).doesNotContain("the-secret");
        assertThat(handler.order).isEmpty();
    }

    @Test
    void bytes_that_are_not_the_encoding_are_refused_with_their_place() {
        var xml = wxr("<item>\n<title>Grüße</title></item>");

        var refusal = refusalOf(xml.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal).hasMessageContaining("not valid UTF-8");
        assertThat(refusal.location()).isEqualTo(new Location(7, 10));
    }

    @Test
    void an_unknown_encoding_is_refused() {
        assertThat(refusalOf(wxr("").replace("UTF-8", "KLINGON-1"))).hasMessageContaining("\"KLINGON-1\"");
    }

    @Test
    void a_text_beyond_the_limit_is_refused() {
        var text = "x".repeat(XmlText.MAX_VALUE + 20_000);
        for (var part : List.of(
                "<item><content:encoded><![CDATA[" + text + "]]></content:encoded></item>",
                "<item><!--" + text + "--></item>",
                "<item a='" + text + "'/>")) {
            assertThat(refusalOf(wxr(part))).hasMessageContaining("A single text is longer than");
        }
    }

    @Test
    void an_item_beyond_the_limit_is_refused() {
        var meta = "<wp:postmeta><wp:meta_value>" + "x".repeat(1024 * 1024) + "</wp:meta_value></wp:postmeta>";

        assertThat(refusalOf(wxr("<item>" + meta.repeat(33) + "</item>")))
                .hasMessageContaining("An item with its comments and fields is longer than");
    }

    @Test
    void an_item_of_too_many_parts_is_refused() {
        assertThat(refusalOf(wxr("<item>" + "<wp:comment/>".repeat(100_001) + "</item>")))
                .hasMessageContaining("more than 100,000 comments");
    }

    @Test
    void elements_nested_too_deep_are_refused() {
        var xml = wxr("<item>" + "<a>".repeat(200) + "</a>".repeat(200) + "</item>");

        assertThat(refusalOf(xml)).hasMessageContaining("nested more than 100 deep");
    }

    @Test
    void a_file_of_endlessly_many_names_is_refused() {
        var xml = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            xml.append("<e").append(i).append("/>");
        }

        assertThat(refusalOf(wxr(xml.toString()))).hasMessageContaining("10,000 different names");
    }

    @Test
    void the_parser_quotes_the_file_in_one_short_line() {
        var refusal = refusalOf("<?xml version='1.0\n" + "x\n".repeat(500) + "'?><rss/>");

        assertThat(refusal.getMessage()).hasSizeLessThan(300).doesNotContain("\n");
    }

    @Test
    void content_after_the_root_element_is_checked_too() {
        assertThat(refusalOf(wxr("<item/>") + "<b>Warning: out of memory</b>")).hasMessageContaining("not well-formed");
    }

    private static WxrFormatException refusalOf(String xml) {
        return refusalOf(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static WxrFormatException refusalOf(byte[] bytes) {
        return refusalOf(bytes, new Collected());
    }

    private static WxrFormatException refusalOf(byte[] bytes, WxrHandler handler) {
        var refusal = catchThrowableOfType(
                WxrFormatException.class, () -> WxrReader.read(new ByteArrayInputStream(bytes), handler));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
