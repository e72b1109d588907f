package io.masthead.wp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void what_would_end_a_section_is_split() throws IOException {
        assertThat(written("a ]]> b")).isEqualTo("<x y=\"a ]]&gt; b\"><![CDATA[a ]]]]><![CDATA[> b]]>a ]]&gt; b</x>");
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws IOException {
        assertThat(written("a\u0000\u0001\u001f\ufffe\ud800b")).isEqualTo("<x y=\"ab\"><![CDATA[ab]]>ab</x>");
    }

    @Test
    void characters_beyond_the_basic_plane_stay_as_they_are() throws IOException {
        assertThat(written("日🎉")).isEqualTo("<x y=\"日🎉\"><![CDATA[日🎉]]>日🎉</x>");
    }

    @Test
    void markup_in_text_is_escaped() throws IOException {
        assertThat(written("<b>&\"")).contains("y=\"&lt;b&gt;&amp;&quot;\"", "&lt;b&gt;&amp;\"</x>");
    }

    private static String written(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Xml(bytes).start("x", "y", text).cdata(text).text(text).finish();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
