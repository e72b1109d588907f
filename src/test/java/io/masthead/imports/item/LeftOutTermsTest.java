package io.masthead.imports.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.imports.wxr.Location;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrTermRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTermsTest {

    @Test
    void terms_of_other_taxonomies_are_named() {
        assertThat(LeftOutTerms.of(item(
                        "post",
                        new WxrTermRef("category", "news", "News"),
                        new WxrTermRef("genre", "ska", "Ska"),
                        new WxrTermRef("post_tag", "sea", "Sea"),
                        new WxrTermRef("series", "part-1", ""),
                        new WxrTermRef("genre", "dub", "Dub"))))
                .containsExactly(
                        "Its terms of the taxonomy \"genre\" were left out: Ska, Dub.",
                        "Its terms of the taxonomy \"series\" were left out: part-1.");
    }

    @Test
    void further_authors_are_named_and_the_only_one_is_no_loss() {
        assertThat(LeftOutTerms.of(item(
                        "post",
                        new WxrTermRef("author", "cap-mira", "mira"),
                        new WxrTermRef("author", "cap-nils", "Nils Holm"),
                        new WxrTermRef("author", "guest", "A Guest"))))
                .containsExactly(
                        "Further authors were left out, since a post has one author here: Nils Holm, A Guest.");
        assertThat(LeftOutTerms.of(item("post", new WxrTermRef("author", "cap-mira", "mira"))))
                .isEmpty();
    }

    @Test
    void only_posts_have_categories_and_tags() {
        assertThat(LeftOutTerms.of(item(
                        "page", new WxrTermRef("category", "news", "News"), new WxrTermRef("post_tag", "sea", "Sea"))))
                .containsExactly(
                        "Its categories were left out, since only posts have them here: News.",
                        "Its tags were left out, since only posts have them here: Sea.");
        assertThat(LeftOutTerms.of(item("attachment", new WxrTermRef("media_category", "ships", "Ships"))))
                .hasSize(1);
    }

    @Test
    void a_format_is_kept_if_it_is_known() {
        assertThat(LeftOutTerms.of(item("post", new WxrTermRef("post_format", "post-format-aside", "Aside"))))
                .isEmpty();
        assertThat(LeftOutTerms.of(item("post", new WxrTermRef("post_format", "post-format-recipe", "Recipe"))))
                .singleElement()
                .asString()
                .contains("Recipe");
    }

    @Test
    void many_terms_are_counted() {
        var terms = IntStream.range(0, 25)
                .mapToObj(i -> new WxrTermRef("genre", "g" + i, "G" + i))
                .toArray(WxrTermRef[]::new);

        assertThat(LeftOutTerms.of(item("post", terms)))
                .singleElement()
                .asString()
                .endsWith("G18, G19 and 5 more.");
    }

    private static WxrItem item(String type, WxrTermRef... terms) {
        return new WxrItem(
                0,
                new Location(1, 1),
                1L,
                type,
                "",
                "",
                "",
                false,
                "mira",
                "",
                "",
                "",
                "publish",
                null,
                null,
                null,
                null,
                "",
                "",
                null,
                0,
                false,
                "",
                "",
                List.of(terms),
                List.of(),
                List.of());
    }
}
