package io.masthead.wp.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.post.PostFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema files list what the code accepts and shows. */
class SchemaFilesTest {

    @Test
    void posts_have_the_formats_of_the_core() throws IOException {
        var formats = Arrays.stream(PostFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(texts(file("post").at("/schema/properties/format/enum")))
                .containsExactlyInAnyOrderElementsOf(formats);
        assertThat(texts(file("post").at("/args/list/format/items/enum"))).containsExactlyInAnyOrderElementsOf(formats);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment", "user"})
    void avatars_have_the_sizes_that_are_shown(String resource) throws IOException {
        var sizes = file(resource).findPath("author_avatar_urls");
        var properties = (sizes.isMissingNode() ? file(resource).findPath("avatar_urls") : sizes).path("properties");

        assertThat(names(properties)).containsExactlyInAnyOrderElementsOf(Avatars.SIZES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guid", "title", "content", "excerpt", "meta"})
    void revisions_describe_a_field_as_posts_do(String field) throws IOException {
        var described = file("post").at("/schema/properties/" + field);

        assertThat(described.isObject()).isTrue();
        assertThat(file("revision").at("/schema/properties/" + field)).isEqualTo(described);
        assertThat(file("autosave").at("/schema/properties/" + field)).isEqualTo(described);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(property -> property.getKey()).toList();
    }

    private static JsonNode file(String resource) throws IOException {
        try (var in = SchemaFilesTest.class.getResourceAsStream("/wp/schemas/" + resource + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
