package io.masthead.imports.wxr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files, which are not part of the repository; skipped if they are missing. */
class RealExportsTest {

    private static final Path SHARED =
            Path.of(System.getProperty("masthead.shared", "../shared")).toAbsolutePath();

    // The first five counts are those in the files' own provenance note.
    @ParameterizedTest
    @CsvSource({
        "data/themeunittestdata.wordpress.xml, 186, 58, 21, 37, 70, 33",
        "data/cc-labs-blog.scrubbed.xml, 224, 219, 5, 0, 0, 181",
        "data/wpcf-wxr.xml, 38, 23, 5, 0, 10, 21",
    })
    void all_documented_columns_are_read(
            String name, int items, int posts, int pages, int attachments, int menuItems, int comments)
            throws IOException {
        var read = read(name);

        assertThat(read.items).hasSize(items);
        assertThat(read.itemsOf("post")).isEqualTo(posts);
        assertThat(read.itemsOf("page")).isEqualTo(pages);
        assertThat(read.itemsOf("attachment")).isEqualTo(attachments);
        assertThat(read.itemsOf("nav_menu_item")).isEqualTo(menuItems);
        assertThat(read.comments()).isEqualTo(comments);
        assertThat(read.warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/themeunittestdata.wordpress.xml",
                "data/cc-labs-blog.scrubbed.xml",
                "data/wpcf-wxr.xml",
                "data/wxr-importer/a11y-unit-test-data.xml",
                "data/wxr-importer/large-authors.xml",
                "data/wxr-importer/post-content-blank-lines.xml",
                "data/wxr-importer/slashes.xml",
                "data/wxr-importer/small-export.xml",
                "data/wxr-importer/term-formats.xml",
                "data/wxr-importer/test-serialized-comment-meta.xml",
                "data/wxr-importer/test-serialized-term-meta.xml",
                "data/wxr-importer/theme-unit-test-data.xml",
                "data/wxr-importer/valid-wxr-1.0.xml",
                "data/wxr-importer/valid-wxr-1.1.xml",
                "data/wxr-importer/wxr-simple.xml",
                "data/wxr-importer/wxr-utf-8-challenges.xml",
                "wordpress/oracle-seed.wxr.xml",
            })
    void as_many_records_are_read_as_a_plain_search_finds(String name) throws IOException {
        var text = Files.readString(file(name));
        var read = read(name);

        assertThat(read.items).hasSize(count(text, "<item>"));
        for (var type : List.of("page", "attachment", "nav_menu_item")) {
            assertThat(read.itemsOf(type)).as(type).isEqualTo(typed(text, type));
        }
        int withoutType = count(text, "<item>") - count(text, "<wp:post_type>");
        assertThat(read.itemsOf("post")).isEqualTo(typed(text, "post") + withoutType);
        assertThat(read.comments()).isEqualTo(count(text, "<wp:comment>"));
        assertThat(read.authors).hasSize(count(text, "<wp:(wp_)?author>"));
        assertThat(read.terms).hasSize(count(text, "<wp:(category|tag|term)>"));
        assertThat(read.terms).extracting(WxrTerm::taxonomy).doesNotContain("");
        assertThat(read.items.stream().mapToInt(item -> item.meta().size()).sum())
                .isEqualTo(count(text, "<wp:postmeta>"));
        assertThat(read.items.stream().filter(WxrItem::sticky)).hasSize(count(text, "<wp:is_sticky>(<!\\[CDATA\\[)?1"));
    }

    @Test
    void the_theme_test_data_has_its_categories_and_tags() throws IOException {
        var name = "data/themeunittestdata.wordpress.xml";
        var text = Files.readString(file(name));
        var read = read(name);

        // One more category is a wp:term; the 68 are those of wp:category.
        assertThat(count(text, "<wp:category>")).isEqualTo(68);
        assertThat(read.termsOf("category")).isEqualTo(69);
        assertThat(read.termsOf("post_tag")).isEqualTo(110);
        assertThat(read.items).extracting(WxrItem::id).doesNotContainNull();
    }

    @Test
    void a_malformed_file_is_refused_with_its_place() throws IOException {
        var handler = new Collected();

        var refusal = refusalOf("data/wxr-importer/malformed.xml", handler);

        assertThat(refusal.location()).isEqualTo(new Location(90, 3));
        assertThat(refusal).hasMessageContaining("notachanneltag");
        assertThat(handler.order).isEmpty();
    }

    @Test
    void cdata_sections_that_end_too_early_are_read_with_warnings() throws IOException {
        var read = read("data/wxr-importer/crazy-cdata.xml");

        assertThat(read.onlyItem().content()).isEqualTo("Content with nested <![CDATA[ tags ]]> :)");
        assertThat(read.warnings).hasSize(4).allMatch(told -> told.contains("]]>"));
        assertThat(read.warnings.get(0)).startsWith("line 18, ");
    }

    @Test
    void only_elements_in_wordpress_namespaces_are_read() throws IOException {
        var read = read("data/wxr-importer/namespace-edge-cases.xml");

        assertThat(read.authors).extracting(WxrAuthor::login).containsExactly("real_user", "version_conflict");
        assertThat(read.terms).extracting(WxrTerm::slug).containsExactly("old-version", "new-version");
        assertThat(read.items).extracting(WxrItem::id).containsExactly(1L, 2L, 3L, 4L, null, 6L);
        assertThat(read.items.get(0).meta()).containsExactly(new WxrMeta("normal_key", "normal_value"));
        assertThat(read.items.get(4).meta()).isEmpty();
    }

    @Test
    void serialized_values_can_be_read_from_their_fields() throws IOException {
        var comment = read("data/wxr-importer/test-serialized-comment-meta.xml")
                .onlyItem()
                .comments()
                .get(0);

        assertThat(comment.meta()).hasSize(2);
        assertThat(PhpSerialized.parse(comment.meta().get(1).value())).contains(Map.of("key", "¯\\_(ツ)_/¯"));
        assertThat(PhpSerialized.parse(comment.meta().get(0).value())).isEmpty();
    }

    private static WxrFormatException refusalOf(String name, Collected handler) throws IOException {
        try (var in = Files.newInputStream(file(name))) {
            return catchThrowableOfType(WxrFormatException.class, () -> WxrReader.read(in, handler));
        }
    }

    private static Collected read(String name) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file(name)))) {
            return Collected.collected(in);
        }
    }

    private static Path file(String name) {
        var file = SHARED.resolve(name);
        boolean present = Files.isReadable(file);
        if (!present) {
            System.out.println("Skipped: " + file + " is not there.");
        }
        assumeTrue(present, () -> file + " is not there");
        return file;
    }

    private static int typed(String text, String type) {
        return count(text, "<wp:post_type>(<!\\[CDATA\\[)?" + type + "(\\]\\]>)?</");
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
