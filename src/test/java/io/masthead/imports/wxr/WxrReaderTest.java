package io.masthead.imports.wxr;

import static io.masthead.imports.wxr.Collected.collected;
import static io.masthead.imports.wxr.Collected.wxr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("sets a limit of the JDK for all XML")
class WxrReaderTest {

    private static final String FULL_ITEM = """
            <item>
              <title>Fog &amp; foghorns</title>
              <link>https://example.org/fog/</link>
              <pubDate>Sun, 01 Mar 2026 08:30:00 +0000</pubDate>
              <dc:creator><![CDATA[mira]]></dc:creator>
              <guid isPermaLink="false">https://example.org/?p=7</guid>
              <content:encoded><![CDATA[Line one

            It\\'s <b>two</b> &#8211; three]]></content:encoded>
              <excerpt:encoded><![CDATA[ In short. ]]></excerpt:encoded>
              <wp:post_id>7</wp:post_id>
              <wp:post_date>2026-03-01 09:30:00</wp:post_date>
              <wp:post_date_gmt>2026-03-01 08:30:00</wp:post_date_gmt>
              <wp:post_modified>2026-03-02 10:00:00</wp:post_modified>
              <wp:post_modified_gmt>2026-03-02 09:00:00</wp:post_modified_gmt>
              <wp:comment_status>open</wp:comment_status>
              <wp:ping_status>closed</wp:ping_status>
              <wp:post_name>fog</wp:post_name>
              <wp:status>publish</wp:status>
              <wp:post_parent>3</wp:post_parent>
              <wp:menu_order>-2</wp:menu_order>
              <wp:post_type>page</wp:post_type>
              <wp:post_password> a b </wp:post_password>
              <wp:is_sticky>1</wp:is_sticky>
              <wp:attachment_url>https://example.org/fog.jpg</wp:attachment_url>
              <category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category>
              <category domain="category" nicename="weather">Weather</category>
              <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>
              <wp:comment>
                <wp:comment_id>5</wp:comment_id>
                <wp:comment_author><![CDATA[Nils]]></wp:comment_author>
                <wp:comment_author_email>nils@example.com</wp:comment_author_email>
                <wp:comment_author_url>https://example.com</wp:comment_author_url>
                <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
                <wp:comment_date>2026-03-01 12:00:00</wp:comment_date>
                <wp:comment_date_gmt>2026-03-01 11:00:00</wp:comment_date_gmt>
                <wp:comment_content><![CDATA[Loud & clear]]></wp:comment_content>
                <wp:comment_approved>spam</wp:comment_approved>
                <wp:comment_type>pingback</wp:comment_type>
                <wp:comment_parent>4</wp:comment_parent>
                <wp:comment_user_id>9</wp:comment_user_id>
                <wp:commentmeta><wp:meta_key>rating</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:commentmeta>
              </wp:comment>
            </item>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "<wp:post_date>2020-05-05T10:00:00</wp:post_date>              | 2020-05-05T10:00:00 | NULL",
                "<wp:post_date_gmt>2020-05-05T10:00:00Z</wp:post_date_gmt>     | NULL                | 2020-05-05T10:00:00Z",
                "<pubDate>Tue, 05 May 2020 12:00:00 +0200</pubDate>            | NULL                | 2020-05-05T10:00:00Z",
                "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>           | NULL                | NULL",
                "<pubDate>Tue, 05 May 2020 12:00:00 +0200</pubDate><wp:post_date>2020-01-01 00:00:00</wp:post_date>"
                        + " | 2020-01-01T00:00:00 | NULL"
            })
    void dates_are_also_read_in_the_form_of_iso_and_as_a_last_resort_of_rss(
            String xml, LocalDateTime date, Instant dateGmt) throws IOException {
        var item = collected(wxr("<item>" + xml + "</item>")).onlyItem();

        assertThat(item.date()).isEqualTo(date);
        assertThat(item.dateGmt()).isEqualTo(dateGmt);
    }

    @Test
    void an_item_is_read_with_every_field() throws IOException {
        var item = collected(wxr(FULL_ITEM)).onlyItem();

        assertThat(item)
                .isEqualTo(new WxrItem(
                        0,
                        new Location(6, 7),
                        7L,
                        "page",
                        "Fog & foghorns",
                        "https://example.org/fog/",
                        "https://example.org/?p=7",
                        false,
                        "mira",
                        "Line one\n\nIt\\'s <b>two</b> &#8211; three",
                        " In short. ",
                        "fog",
                        "publish",
                        LocalDateTime.of(2026, 3, 1, 9, 30),
                        Instant.parse("2026-03-01T08:30:00Z"),
                        LocalDateTime.of(2026, 3, 2, 10, 0),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        "open",
                        "closed",
                        3L,
                        -2,
                        true,
                        " a b ",
                        "https://example.org/fog.jpg",
                        List.of(
                                new WxrTermRef("post_tag", "sea", "Sea"),
                                new WxrTermRef("category", "weather", "Weather")),
                        List.of(new WxrMeta("_thumbnail_id", "12")),
                        List.of(new WxrComment(
                                5L,
                                "Nils",
                                "nils@example.com",
                                "https://example.com",
                                "192.0.2.7",
                                LocalDateTime.of(2026, 3, 1, 12, 0),
                                Instant.parse("2026-03-01T11:00:00Z"),
                                "Loud & clear",
                                "spam",
                                "pingback",
                                4L,
                                9L,
                                List.of(new WxrMeta("rating", "5"))))));
    }

    @Test
    void an_item_that_says_little_publishes_nothing_by_omission() throws IOException {
        var item = collected(wxr("<item><wp:comment/></item>")).onlyItem();

        assertThat(item.type()).isEqualTo("post");
        assertThat(item.status()).isEqualTo("draft");
        assertThat(item.id()).isNull();
        assertThat(item.parentId()).isNull();
        assertThat(item.date()).isNull();
        assertThat(item.dateGmt()).isNull();
        assertThat(item.content()).isEmpty();
        assertThat(item.guidIsPermalink()).isFalse();
        assertThat(item.sticky()).isFalse();
        assertThat(item.comments().get(0).approved()).isEqualTo("0");
        assertThat(item.comments().get(0).userId()).isNull();
    }

    @Test
    void zero_is_no_parent_no_user_and_no_date() throws IOException {
        var read = collected(wxr("""
                                <item><wp:post_parent>0</wp:post_parent>
                                <wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>
                                <wp:post_date>-0001-11-30 00:00:00</wp:post_date>
                                <wp:comment><wp:comment_parent>0</wp:comment_parent>
                                <wp:comment_user_id>0</wp:comment_user_id></wp:comment></item>
                                """));
        var item = read.onlyItem();

        assertThat(item.parentId()).isNull();
        assertThat(item.dateGmt()).isNull();
        assertThat(item.date()).isNull();
        assertThat(item.comments().get(0).parentId()).isNull();
        assertThat(item.comments().get(0).userId()).isNull();
        assertThat(read.warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 10:00:00", "yesterday", "2026-03-01", "2026-03-01 25:00:00"})
    void a_date_that_is_none_is_left_out_with_a_warning(String date) throws IOException {
        var read = collected(wxr("<item><wp:post_date>" + date + "</wp:post_date></item>"));

        assertThat(read.onlyItem().date()).isNull();
        assertThat(read.warnings)
                .singleElement()
                .asString()
                .startsWith("line 6, column ")
                .contains("wp:post_date")
                .contains(date);
    }

    @Test
    void the_site_comes_first_and_only_once() throws IOException {
        var read = collected(wxr("""
                                <link>https://example.org</link>
                                <language>de</language>
                                <item/>
                                <wp:tag><wp:tag_slug>sea</wp:tag_slug></wp:tag>
                                <wp:author><wp:author_login>mira</wp:author_login></wp:author>
                                """));

        assertThat(read.order).containsExactly("site", "item", "term", "author");
        assertThat(read.sites).containsExactly(new WxrSite("A site", "https://example.org", "", "", "de", "1.2"));
    }

    @Test
    void a_file_without_records_still_has_its_site() throws IOException {
        var read = collected(wxr("<wp:base_blog_url>https://example.org/blog</wp:base_blog_url>"));

        assertThat(read.order).containsExactly("site");
        assertThat(read.sites.get(0).url()).isEqualTo("https://example.org/blog");
    }

    @Test
    void authors_are_read_with_and_without_an_id() throws IOException {
        var read = collected(wxr("""
                                <wp:author><wp:author_id>4</wp:author_id><wp:author_login><![CDATA[mira]]></wp:author_login>
                                <wp:author_email>m@example.com</wp:author_email>
                                <wp:author_display_name><![CDATA[Mira Lund]]></wp:author_display_name>
                                <wp:author_first_name>Mira</wp:author_first_name><wp:author_last_name>Lund</wp:author_last_name></wp:author>
                                <wp:wp_author><wp:author_login>nils</wp:author_login></wp:wp_author>
                                """));

        assertThat(read.authors)
                .containsExactly(
                        new WxrAuthor(4L, "mira", "m@example.com", "Mira Lund", "Mira", "Lund"),
                        new WxrAuthor(null, "nils", "", "", "", ""));
    }

    @Test
    void terms_of_all_kinds_are_read() throws IOException {
        var read = collected(wxr("""
                                <wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>weather</wp:category_nicename>
                                <wp:category_parent>news</wp:category_parent><wp:cat_name>Weather</wp:cat_name>
                                <wp:category_description>Rain</wp:category_description></wp:category>
                                <wp:tag><wp:tag_slug>sea</wp:tag_slug><wp:tag_name>Sea</wp:tag_name>
                                <wp:tag_description>Wet</wp:tag_description></wp:tag>
                                <wp:term><wp:term_id><![CDATA[3]]></wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy>
                                <wp:term_slug>main</wp:term_slug><wp:term_parent/><wp:term_name>Main</wp:term_name>
                                <wp:termmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:termmeta></wp:term>
                                """));

        assertThat(read.terms)
                .containsExactly(
                        new WxrTerm(1L, "category", "weather", "news", "Weather", "Rain", List.of()),
                        new WxrTerm(null, "post_tag", "sea", "", "Sea", "Wet", List.of()),
                        new WxrTerm(3L, "nav_menu", "main", "", "Main", "", List.of(new WxrMeta("k", "v"))));
    }

    @Test
    void an_item_names_each_term_once_as_older_files_name_them_twice() throws IOException {
        var item = collected(wxr("""
                                        <item><category><![CDATA[Weather]]></category>
                                        <category domain="category" nicename="weather">Weather</category>
                                        <category domain="category" nicename="weather">Weather</category>
                                        <category domain="tag">Sea</category>
                                        <category domain="tag" nicename="sea">Sea</category></item>
                                        """)).onlyItem();

        assertThat(item.terms())
                .containsExactly(
                        new WxrTermRef("category", "weather", "Weather"), new WxrTermRef("post_tag", "sea", "Sea"));
    }

    @Test
    void a_cdata_section_split_round_its_own_end_is_one_text() throws IOException {
        var content = "<![CDATA[if (a[b[0]]]]><![CDATA[>1)]]>";

        var read = collected(wxr("<item><content:encoded>" + content + "</content:encoded></item>"));

        assertThat(read.onlyItem().content()).isEqualTo("if (a[b[0]]>1)");
    }

    @Test
    void slashes_and_html_entities_stay_as_they_are() throws IOException {
        var item = collected(wxr("""
                                        <item><title>A &amp;amp; B \\"C\\"</title>
                                        <content:encoded><![CDATA[&lol; &amp; \\o/ &#x1F6A2;]]></content:encoded></item>
                                        """)).onlyItem();

        assertThat(item.title()).isEqualTo("A &amp; B \\\"C\\\"");
        assertThat(item.content()).isEqualTo("&lol; &amp; \\o/ &#x1F6A2;");
    }

    @ParameterizedTest
    @CsvSource({"1.0", "1.1", "1.2"})
    void names_are_known_by_namespace_of_any_version_and_not_by_prefix(String version) throws IOException {
        var read = collected("""
                        <rss xmlns:e="http://wordpress.org/export/%1$s/excerpt/"
                          xmlns:x="http://wordpress.org/export/%1$s/" xmlns:wp="https://example.org/other"
                          xmlns:atom="http://www.w3.org/2005/Atom">
                        <channel><x:wxr_version>%1$s</x:wxr_version><atom:link>wrong</atom:link>
                        <wp:author><wp:author_login>wrong</wp:author_login></wp:author>
                        <item><title>T</title><wp:post_id>99</wp:post_id><x:post_id>1</x:post_id>
                        <post_name xmlns="http://wordpress.org/export/1.2/">slug</post_name>
                        <wp:postmeta><wp:meta_key>wrong</wp:meta_key></wp:postmeta>
                        <e:encoded>Short</e:encoded><wp:comment/></item></channel></rss>
                        """.formatted(version));

        assertThat(read.sites.get(0)).isEqualTo(new WxrSite("", "", "", "", "", version));
        assertThat(read.authors).isEmpty();
        var item = read.onlyItem();
        assertThat(item.id()).isEqualTo(1);
        assertThat(item.slug()).isEqualTo("slug");
        assertThat(item.excerpt()).isEqualTo("Short");
        assertThat(item.meta()).isEmpty();
        assertThat(item.comments()).isEmpty();
    }

    @Test
    void of_a_repeated_value_the_first_is_kept() throws IOException {
        var item = collected(wxr("<item><wp:post_id>1</wp:post_id><wp:post_id>2</wp:post_id></item>"))
                .onlyItem();

        assertThat(item.id()).isEqualTo(1);
    }

    @Test
    void a_guid_is_a_permalink_unless_it_denies_it() throws IOException {
        assertThat(collected(wxr("<item><guid>https://example.org/a</guid></item>"))
                        .onlyItem())
                .returns(true, WxrItem::guidIsPermalink)
                .returns("https://example.org/a", WxrItem::guid);
    }

    @Test
    void items_are_counted_from_zero_and_know_their_place() throws IOException {
        var items = collected(wxr("<item/>\n\n   <item/>")).items;

        assertThat(items).extracting(WxrItem::index).containsExactly(0, 1);
        assertThat(items)
                .extracting(WxrItem::location)
                .extracting(Location::line)
                .containsExactly(6, 8);
    }

    @Test
    void control_characters_that_xml_forbids_are_dropped() throws IOException {
        var title = "a\u0000b\u0008c\u000Bd\uFFFEe\tf\u0085g";

        var read = collected(wxr("<item><title>" + title + "</title></item>"));

        assertThat(read.onlyItem().title()).isEqualTo("abcde\tf\u0085g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n\t", "\uFEFF", "\uFEFF\n\n", "\n\uFEFF"})
    void blanks_and_byte_order_marks_before_the_declaration_do_no_harm(String before) throws IOException {
        assertThat(collected(before + wxr(FULL_ITEM)).onlyItem().title()).isEqualTo("Fog & foghorns");
    }

    @Test
    void places_count_the_lines_before_the_declaration() throws IOException {
        assertThat(collected("\n\n" + wxr("<item/>")).onlyItem().location().line())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void utf_8_and_utf_16_are_known_whatever_the_declaration_says(String charset) throws IOException {
        var xml = wxr("<item><title>Grüße \uD83D\uDEA2</title></item>");

        for (var declared : List.of("UTF-8", "UTF-16", "ISO-8859-1")) {
            boolean latin = charset.equals("UTF-8") && declared.equals("ISO-8859-1");
            if (!latin) { // that combination is what Latin 1 looks like
                var bytes = xml.replace("UTF-8", declared).getBytes(Charset.forName(charset));
                assertThat(collected(bytes).onlyItem().title()).isEqualTo("Grüße \uD83D\uDEA2");
            }
        }
    }

    @Test
    void a_declared_single_byte_encoding_is_obeyed() throws IOException {
        var xml = wxr("<item><title>Grüße</title></item>").replace("UTF-8", "iso-8859-1");

        assertThat(collected(xml.getBytes(StandardCharsets.ISO_8859_1))
                        .onlyItem()
                        .title())
                .isEqualTo("Grüße");
    }

    @Test
    void characters_that_lie_across_a_buffer_end_stay_whole() throws IOException {
        var text = "\uD83D\uDEA2é".repeat(20_000);

        for (int shift = 0; shift < 4; shift++) {
            var padded = "x".repeat(shift) + text;
            assertThat(collected(wxr("<item><title>" + padded + "</title></item>"))
                            .onlyItem()
                            .title())
                    .isEqualTo(padded);
        }
    }

    @Test
    void the_stream_stays_open_and_exceptions_of_the_handler_are_passed_on() {
        var closed = new AtomicInteger();
        var in = new ByteArrayInputStream(wxr("<item/>").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        var handler = new WxrHandler() {
            @Override
            public void item(WxrItem item) {
                throw new IllegalStateException("stop");
            }
        };

        assertThatThrownBy(() -> WxrReader.read(in, handler))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");
        assertThat(closed).hasValue(0);
    }

    @Test
    void a_failing_stream_is_not_called_a_malformed_file() {
        var in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };

        assertThatThrownBy(() -> WxrReader.read(in, new Collected()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    @Test
    void a_file_of_many_items_is_read_as_a_stream() throws IOException {
        int count = 2_500;
        var item = "<item><wp:post_id>%d</wp:post_id><content:encoded><![CDATA["
                + "Sea and sky &amp; sand. ".repeat(90)
                + "]]></content:encoded></item>";
        var seen = new AtomicInteger();

        WxrReader.read(stream(count, item), new WxrHandler() {
            @Override
            public void item(WxrItem read) {
                assertThat(read.id()).isEqualTo(seen.incrementAndGet());
                assertThat(read.index()).isEqualTo(seen.get() - 1);
            }
        });

        assertThat(seen).hasValue(count);
    }

    @Test
    void escaped_characters_are_not_counted_as_entities() throws IOException {
        var limit = "jdk.xml.totalEntitySizeLimit";
        var before = System.getProperty(limit);
        System.setProperty(limit, "1000"); // stands for the JDK's own limit and a far larger file
        try {
            var text = "&amp;&lt;&#8211;".repeat(2_000);

            var read = collected(wxr("<item><title>" + text + "</title></item>"));

            assertThat(read.onlyItem().title()).isEqualTo("&<–".repeat(2_000));
        } finally {
            if (before == null) {
                System.clearProperty(limit);
            } else {
                System.setProperty(limit, before);
            }
        }
    }

    /** About 5 MB in the test above, never all of it in memory. */
    private static InputStream stream(int count, String item) {
        var frame = wxr("FRAME");
        int middle = frame.indexOf("FRAME");
        return new Generated(Stream.of(
                        Stream.of(frame.substring(0, middle)),
                        IntStream.rangeClosed(1, count).mapToObj(item::formatted),
                        Stream.of(frame.substring(middle + "FRAME".length())))
                .flatMap(parts -> parts)
                .iterator());
    }

    private static final class Generated extends InputStream {

        private final Iterator<String> parts;
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

        Generated(Iterator<String> parts) {
            this.parts = parts;
        }

        @Override
        public int read() {
            return available() > 0 ? part.read() : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return available() > 0 ? part.read(target, offset, length) : -1;
        }

        @Override
        public int available() {
            while (part.available() == 0 && parts.hasNext()) {
                part = new ByteArrayInputStream(parts.next().getBytes(StandardCharsets.UTF_8));
            }
            return part.available();
        }
    }
}
