package io.masthead.imports.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.imports.item.ContentReferences.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids by which texts show other objects. */
class ContentReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "MEDIA | [gallery columns=\"5\" ids=\"5,12, 5\"] 5 | [gallery columns=\"5\" ids=\"6,12, 6\"] 5",
                "MEDIA | [playlist type='video' ids='5'][gallery exclude=5] | [playlist type='video' ids='6'][gallery exclude=6]",
                "MEDIA | [gallery ids=\"1,5\" exclude='5'] | [gallery ids=\"1,6\" exclude='6']",
                "POST | [gallery ids=\"5\" id=5 columns=5] | [gallery ids=\"5\" id=6 columns=5]",
                "AUTHOR | <!-- wp:latest-posts {\"selectedAuthor\":5,\"categories\":\"5\"} /-->"
                        + " | <!-- wp:latest-posts {\"selectedAuthor\":6,\"categories\":\"5\"} /-->",
                "CATEGORY | <!-- wp:latest-posts {\"categories\":\"5\",\"order\":\"5\"} /-->"
                        + " | <!-- wp:latest-posts {\"categories\":\"6\",\"order\":\"5\"} /-->",
                "MEDIA | [gallery] ids=\"5\" [galleries ids=\"5\"] | [gallery] ids=\"5\" [galleries ids=\"5\"]",
                "PATTERN | a<!-- wp:block {\"ref\":5} /-->b<!-- wp:core/block {\"x\":5,\"ref\": 5} /-->"
                        + " | a<!-- wp:block {\"ref\":6} /-->b<!-- wp:core/block {\"x\":5,\"ref\": 6} /-->",
                "PATTERN | <!-- wp:columns {\"ref\":5} --> | <!-- wp:columns {\"ref\":5} -->",
                "CATEGORY | <!-- wp:latest-posts {\"postsToShow\":5,\"categories\":[{\"id\": 5,\"count\":5},{\"id\":12}]} /-->"
                        + " | <!-- wp:latest-posts {\"postsToShow\":5,\"categories\":[{\"id\": 6,\"count\":5},{\"id\":12}]} /-->",
                "PAGE | <!-- wp:page-list {\"parentPageID\":5} /--> | <!-- wp:page-list {\"parentPageID\":6} /-->",
            })
    void only_those_of_their_kind_are_replaced(Kind kind, String source, String expected) {
        assertThat(ContentReferences.replace(source, kind, id -> id.equals("5") ? "6" : id))
                .isEqualTo(expected);
        assertThat(ContentReferences.in(source, kind).contains("5")).isEqualTo(!source.equals(expected));
    }
}
