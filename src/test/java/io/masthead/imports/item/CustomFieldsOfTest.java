package io.masthead.imports.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomFieldsOfTest {

    @Test
    void numbered_names_of_the_plug_in_become_lists_and_its_references_names() {
        var fields = fields(
                "items", "2",
                "_items", "field_1",
                "items_0_title", "One",
                "_items_0_title", "field_2",
                "items_0_links", "1",
                "items_0_links_0_url", "/1",
                "items_1_title", "Two",
                "items_1_links", "0",
                "plain", "3",
                "plain_0", "kept");

        assertThat(fields)
                .isEqualTo(Map.of(
                        "items",
                        List.of(
                                Map.of("title", "One", "links", List.of(Map.of("url", "/1"))),
                                Map.of("title", "Two", "links", "0")),
                        "plain",
                        "3",
                        "plain_0",
                        "kept",
                        "_acf",
                        Map.of("items", true)));
    }

    @Test
    void layouts_are_named_in_their_rows() {
        assertThat(fields(
                        "page", "a:2:{i:0;s:4:\"hero\";i:1;s:4:\"text\";}",
                        "_page", "field_1",
                        "page_0_title", "Top",
                        "page_1_body", "Words"))
                .containsEntry(
                        "page",
                        List.of(
                                Map.of("acf_fc_layout", "hero", "title", "Top"),
                                Map.of("acf_fc_layout", "text", "body", "Words")));
    }

    @Test
    void numbers_without_rows_and_sites_without_the_plug_in_stay_as_they_are() {
        assertThat(fields("items", "2", "_items", "field_1", "items_0_title", "One"))
                .containsEntry("items", "2")
                .containsEntry("items_0_title", "One");
        assertThat(fields("items", "1", "items_0_title", "One"))
                .isEqualTo(Map.of("items", "1", "items_0_title", "One"));
    }

    @Test
    void values_for_search_engines_have_the_same_names_for_both_plug_ins() {
        var expected = Map.of(
                "seo.title", "T",
                "seo.description", "D",
                "seo.canonical", "https://c.example/",
                "seo.og_title", "O",
                "seo.noindex", true);

        assertThat(fields(
                        "_yoast_wpseo_title", "T",
                        "_yoast_wpseo_metadesc", "D",
                        "_yoast_wpseo_canonical", "https://c.example/",
                        "_yoast_wpseo_opengraph-title", "O",
                        "_yoast_wpseo_meta-robots-noindex", "1",
                        "_yoast_wpseo_linkdex", "",
                        "_hidden", "x"))
                .isEqualTo(expected);
        assertThat(fields(
                        "rank_math_title", "T",
                        "rank_math_description", "D",
                        "rank_math_canonical_url", "https://c.example/",
                        "rank_math_facebook_title", "O",
                        "rank_math_focus_keyword", "secret plan",
                        "rank_math_robots", "a:1:{i:0;s:7:\"noindex\";}"))
                .containsEntry("seo.title", "T")
                .containsEntry("seo.description", "D")
                .containsEntry("seo.og_title", "O")
                .containsEntry("seo.robots", List.of("noindex"))
                .containsEntry("_seo.focus_keyword", "secret plan")
                .doesNotContainKey("rank_math_title");
    }

    @Test
    void serialized_values_become_json_and_what_is_none_stays_text() {
        assertThat(fields(
                        "map", "a:2:{s:1:\"a\";i:1;s:4:\"b\u00e9d\";b:1;}",
                        "object", "O:8:\"stdClass\":0:{}",
                        "short", "a:1:{s:9:\"x\";}"))
                .isEqualTo(Map.of(
                        "map", Map.of("a", 1L, "b\u00e9d", true),
                        "object", "O:8:\"stdClass\":0:{}",
                        "short", "a:1:{s:9:\"x\";}"));
    }

    private static Map<String, Object> fields(String... namesAndValues) {
        var meta = new ArrayList<WxrMeta>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            meta.add(new WxrMeta(namesAndValues[i], namesAndValues[i + 1]));
        }
        return CustomFieldsOf.of(item(meta).meta(), warning -> {
            throw new AssertionError(warning);
        });
    }

    private static WxrItem item(List<WxrMeta> meta) {
        return new WxrItem(
                0, null, 1L, "post", "T", "", "", false, "", "", "", "", "publish", null, null, null, null, "", "",
                null, 0, false, "", "", List.of(), meta, List.of());
    }
}
