package io.masthead.imports.wxr;

import static io.masthead.imports.wxr.Collected.collected;
import static io.masthead.imports.wxr.Collected.wxr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRepairTest {

    private static final String CONTENT = "<item><content:encoded><![CDATA[%s]]></content:encoded></item>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a & b                    | a & b
            a&b=1&amp;c=2            | a&b=1&c=2
            a&nbsp;b&raquo;          | a\u00A0b»
            &lt;b&gt; &AMP; &LT;     | <b> & <
            &unknown; &copy          | &unknown; &copy
            &#233; &#xE9;            | é é
            &#; &#x; &#99999999999;  | &#; &#x; &#99999999999;
            a ]]> b                  | a ]]> b
            1 < 2 <3                 | 1 < 2 <3
            """)
    void marks_that_were_meant_as_text_are_text(String written, String read) throws IOException {
        var file = collected(wxr("<item><title>" + written + "</title></item>"));

        assertThat(file.onlyItem().title()).isEqualTo(read);
    }

    @Test
    void each_is_told_with_its_line_and_with_its_record() throws IOException {
        var file = collected(wxr("""
                <item><title>Fine &amp; well</title></item>
                <item>
                <link>https://example.org/?a=1&b=2</link>
                <title>&eacute;</title></item>"""));

        assertThat(file.items.get(1).link()).isEqualTo("https://example.org/?a=1&b=2");
        assertThat(file.warnings)
                .containsExactly(
                        "line 8, column 31: A bare \"&\" was read as text.",
                        "line 9, column 8: \"&eacute;\" was read as the character of HTML.");
        assertThat(file.order).endsWith("item", "item");
    }

    @Test
    void an_attribute_may_have_a_bare_ampersand() throws IOException {
        var file = collected(wxr("<item><category domain=\"a&b\" nicename='c&eacute;>d'>x</category></item>"));

        assertThat(file.onlyItem().terms()).containsExactly(new WxrTermRef("a&b", "cé>d", "x"));
        assertThat(file.warnings).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>// <![CDATA[\na < b && c;\n// ]]></script><p>After</p>",
                "<script>/* <![CDATA[ */ 1 /* ]]> */</script> and <script>//<![CDATA[\n2 //]]>\n</script>",
                "a ]]> b",
                "]]>",
                "<p>a[b[0]]>1</p><br>",
            })
    void a_text_that_ends_its_cdata_section_itself_is_read_whole(String text) throws IOException {
        var file = collected(wxr(CONTENT.formatted(text) + "<item><title>Next</title></item>"));

        assertThat(file.items.get(0).content()).isEqualTo(text);
        assertThat(file.items.get(1).title()).isEqualTo("Next");
        assertThat(file.warnings).isNotEmpty().allMatch(told -> told.startsWith("line "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x><![CDATA[a]]> text <![CDATA[b]]></x>",
                "<x><![CDATA[a ]]]]><![CDATA[> b & c &nbsp; <d>]]></x>",
                "<x><![CDATA[a]]><b c='>'>d</b> e <f/><!-- ]]> & --> g</x >",
                "<x a='1'><?pi & ]]> ?>&amp;&lt;&#10;<y/></x>",
                "<x><![CDATA[]]></x>",
                "<x:y><![CDATA[</x:z>]]></x:y>",
                "<x>\r\n<!-- a & b --></x>",
            })
    void well_formed_text_is_handed_on_as_it_is(String xml) throws IOException {
        var repair = new XmlRepair(new StringReader(xml));

        assertThat(read(repair)).isEqualTo(xml);
        assertThat(repair.nextBefore(Integer.MAX_VALUE, 1)).isNull();
    }

    /** Its buffer has 4,096 characters. */
    @Test
    void no_mark_depends_on_where_it_is_in_the_file() throws IOException {
        for (int length = 4_000; length < 4_150; length++) {
            var before = "<a>" + "x".repeat(length) + "</a>";

            var repair = new XmlRepair(new StringReader(
                    before + "<b c='&'><![CDATA[d]]></b><!-- & --><e>&nbsp; ]]> &amp;<f/><![CDATA[g]]> h ]]></e>"));

            assertThat(read(repair))
                    .isEqualTo(before + "<b c='&amp;'><![CDATA[d]]></b><!-- & -->"
                            + "<e>\u00A0 ]]&gt; &amp;<f/><![CDATA[g]]> h ]]&gt;</e>");
        }
    }

    @Test
    void many_marks_are_told_in_few_warnings() throws IOException {
        var file = collected(wxr("<item><title>" + "&".repeat(5_000) + "</title></item>"));

        assertThat(file.onlyItem().title()).hasSize(5_000);
        assertThat(file.warnings).hasSize(11);
        assertThat(file.warnings.get(10)).contains("4,990 further");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"]]> a <![CDATA[", "]]>", "]]> <![CDATA[ </b> <c>", "]]><a>", "&", "]]> <![CDATA[ ]]> </z>"})
    @Timeout(20)
    void time_grows_with_the_length_only(String part) throws IOException {
        var xml = "<x><![CDATA[" + part.repeat(400_000) + "]]></x>";

        assertThat(read(new XmlRepair(new StringReader(xml)))).hasSizeGreaterThanOrEqualTo(xml.length());
    }

    @ParameterizedTest
    @CsvSource({
        "wp:menu_order, 1.5, 1, true",
        "wp:menu_order, +3, 3, false",
        "wp:menu_order, ' 7 ', 7, false",
        "wp:menu_order, ' ', 0, false",
        "wp:menu_order, '', 0, false",
        "wp:menu_order, -2, -2, false",
        "wp:menu_order, 12a, 12, true",
        "wp:menu_order, 1e3, 1000, true",
        "wp:menu_order, first, 0, true",
        "wp:menu_order, 2147483648, 2147483647, true",
        "wp:menu_order, 99999999999999999999, 2147483647, true",
        "wp:post_id, 5.0, 5, true",
        "wp:post_id, -1, , true",
        "wp:post_id, 9223372036854775808, , true",
        "wp:post_parent, x, , true",
    })
    void odd_numbers_are_read_as_php_reads_them(String element, String value, Long read, boolean told)
            throws IOException {
        var file = collected(wxr("<item>\n<%1$s>%2$s</%1$s>\n</item>".formatted(element, value)));

        var item = file.onlyItem();
        assertThat(
                        switch (element) {
                            case "wp:menu_order" -> Long.valueOf(item.menuOrder());
                            case "wp:post_id" -> item.id();
                            default -> item.parentId();
                        })
                .isEqualTo(read);
        assertThat(file.warnings)
                .hasSize(told ? 1 : 0)
                .allMatch(warning -> warning.startsWith("line 7, ")
                        && warning.contains(element)
                        && warning.contains("\"" + value + "\""));
    }

    private static String read(XmlRepair repair) throws IOException {
        var text = new StringWriter();
        repair.transferTo(text);
        return text.toString();
    }
}
