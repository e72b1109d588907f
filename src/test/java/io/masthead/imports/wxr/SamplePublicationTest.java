package io.masthead.imports.wxr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplePublicationTest {

    private static Collected sample;

    @BeforeAll
    static void read() throws IOException {
        try (var in = SamplePublicationTest.class.getResourceAsStream("/sample/publication.xml")) {
            sample = Collected.collected(in);
        }
    }

    @Test
    void it_shows_something_of_everything() {
        assertThat(sample.sites.get(0).title()).isEqualTo("The Harbour Lantern");
        assertThat(sample.authors).hasSize(2);
        assertThat(sample.termsOf("category")).isEqualTo(4);
        assertThat(sample.termsOf("post_tag")).isEqualTo(8);
        assertThat(sample.items).hasSize(18);
        assertThat(sample.itemsOf("post")).isEqualTo(10);
        assertThat(sample.itemsOf("page")).isEqualTo(2);
        assertThat(sample.itemsOf("attachment")).isEqualTo(1);
        assertThat(sample.itemsOf("nav_menu_item")).isEqualTo(4);
        assertThat(sample.itemsOf("wp_block")).isEqualTo(1);
        assertThat(sample.comments()).isEqualTo(12);
        assertThat(sample.items).filteredOn(WxrItem::sticky).hasSize(1);
        assertThat(sample.items)
                .filteredOn(item -> item.status().equals("draft"))
                .hasSize(1);
        assertThat(sample.items)
                .filteredOn(item -> item.content().contains("<!-- wp:paragraph -->"))
                .hasSize(2);
        assertThat(sample.warnings).isEmpty();
    }

    @Test
    void everything_that_it_refers_to_is_in_it() {
        var ids = sample.items.stream().map(WxrItem::id).collect(Collectors.toSet());
        var logins = sample.authors.stream().map(WxrAuthor::login).toList();
        var terms =
                sample.terms.stream().map(t -> t.taxonomy() + ":" + t.slug()).toList();
        var commentIds = new HashSet<Long>();

        assertThat(ids).hasSize(sample.items.size());
        for (var item : sample.items) {
            assertThat(logins).contains(item.creator());
            assertThat(item.parentId())
                    .satisfiesAnyOf(
                            id -> assertThat(id).isNull(), id -> assertThat(ids).contains(id));
            assertThat(terms)
                    .containsAll(item.terms().stream()
                            .map(t -> t.taxonomy() + ":" + t.slug())
                            .toList());
            for (var comment : item.comments()) {
                assertThat(commentIds.add(comment.id())).isTrue();
                assertThat(comment.parentId())
                        .satisfiesAnyOf(
                                id -> assertThat(id).isNull(),
                                id -> assertThat(commentIds).contains(id));
            }
        }
        assertThat(sample.items)
                .flatExtracting(WxrItem::meta)
                .filteredOn(meta -> meta.key().equals("_thumbnail_id"))
                .allSatisfy(meta -> assertThat(ids).contains(Long.valueOf(meta.value())));
    }

    @Test
    void guests_in_the_sample_have_reserved_addresses() {
        assertThat(sample.items)
                .flatExtracting(WxrItem::comments)
                .allSatisfy(comment -> assertThat(comment.authorEmail()).endsWith("@example.com"))
                .allSatisfy(comment -> assertThat(comment.authorIp()).startsWith("192.0.2."));
    }
}
