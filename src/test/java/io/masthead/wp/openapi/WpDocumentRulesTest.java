package io.masthead.wp.openapi;

import static io.masthead.testsupport.ApiDocument.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every operation and every schema of the document. */
class WpDocumentRulesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final ApiDocument api = ApiDocument.at(WpDocumentTest.COMMITTED);
    private final JsonNode document = api.root();

    /** What the server refuses before it knows which operation is asked. */
    private static final Set<String> WITHOUT_BODY = Set.of("414", "431");

    @Test
    void every_operation_has_an_id_of_its_own_a_summary_and_a_tag() {
        assertThat(api.operations()).isNotEmpty();
        assertThat(api.operations().map(one -> one.node().path("operationId").asText()))
                .doesNotContain("")
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+[A-Z][A-Za-z]+"));
        assertThat(api.faulty(one -> one.node().path("summary").asText().isBlank()))
                .isEmpty();
        assertThat(api.faulty(one -> one.node().path("tags").size() != 1)).isEmpty();
        var tags = items(document.path("tags"))
                .map(tag -> tag.path("name").asText())
                .toList();
        assertThat(api.operations().map(one -> one.node().path("tags").path(0).asText()))
                .isSubsetOf(tags);
        assertThat(items(document.path("tags")))
                .allMatch(tag -> !tag.path("description").asText().isBlank());
    }

    @Test
    void operations_are_named_for_readers() {
        assertThat(api.operations().map(one -> one.node().path("operationId").asText()))
                .contains(
                        "listCategories",
                        "getCategory",
                        "createCategory",
                        "updateCategory",
                        "deleteCategory",
                        "listStatuses",
                        "getStatus",
                        "getTaxonomy",
                        "updateSettings",
                        "createBatch",
                        "listPostAutosaves",
                        "getPostRevision",
                        "getIndex");
    }

    @Test
    void every_parameter_says_what_it_is_and_of_which_kind() {
        assertThat(api.parameters()
                        .filter(one -> one.node().path("description").asText().isBlank()))
                .isEmpty();
        assertThat(api.parameters()
                        .filter(one -> !one.node().path("schema").has("type"))
                        .filter(one -> !one.node().path("schema").has("oneOf"))
                        .filter(one -> !one.node().path("schema").has("anyOf")))
                .isEmpty();
    }

    @Test
    void every_variable_of_a_path_is_a_parameter() {
        api.operations().forEach(one -> {
            var variables = new TreeSet<String>();
            VARIABLE.matcher(one.name()).results().forEach(found -> variables.add(found.group(1)));
            var declared = new TreeSet<String>();
            one.parameters().stream()
                    .filter(param -> param.path("in").asText().equals("path"))
                    .filter(param -> param.path("required").asBoolean())
                    .forEach(param -> declared.add(param.path("name").asText()));
            assertThat(declared).as(one.name()).isEqualTo(variables);
        });
    }

    @Test
    void no_parameter_comes_twice_and_none_of_the_path_is_in_a_body() {
        assertThat(api.parameters().map(Named::name)).doesNotHaveDuplicates();
        assertThat(api.operations()
                        .filter(one -> one.node().has("requestBody"))
                        .filter(one -> body(one).path("properties").has("id"))
                        .map(Named::name))
                .isEmpty();
    }

    @Test
    void every_operation_says_how_it_refuses() {
        assertThat(api.faulty(one -> !one.answers()
                        .containsAll(Set.of("400", "401", "403", "404", "414", "429", "431", "500", "503"))))
                .isEmpty();
        assertThat(api.faulty(one ->
                        one.node().has("requestBody") && !one.answers().containsAll(Set.of("408", "413", "415"))))
                .isEmpty();
        api.operations()
                .forEach(one -> one.node().path("responses").properties().forEach(answer -> {
                    if (answer.getKey().compareTo("400") >= 0 && !WITHOUT_BODY.contains(answer.getKey())) {
                        assertThat(api.resolved(answer.getValue())
                                        .at("/content/application~1json/schema/$ref")
                                        .asText())
                                .isEqualTo("#/components/schemas/Error");
                    }
                }));
    }

    @Test
    void every_operation_says_who_may_call_it() {
        assertThat(api.faulty(one -> one.node().path("security").isEmpty())).isEmpty();
        assertThat(api.operations()
                        .filter(one -> !one.name().startsWith("get "))
                        .filter(one -> one.node().path("security").path(0).isEmpty())
                        .map(Named::name))
                .as("a batch is as open as its items")
                .contains("post /wp-json/batch/v1")
                .doesNotContain("post /wp-json/wp/v2/tags", "post /wp-json/wp/v2/settings");
    }

    @Test
    void reads_can_be_conditional_and_lists_say_how_much_there_is() {
        assertThat(api.operations()
                        .filter(one -> one.name().startsWith("get "))
                        .filter(one -> !one.answers().contains("304")))
                .isEmpty();
        assertThat(api.operations()
                        .filter(one -> one.takes("per_page"))
                        .filter(one -> !one.node().at("/responses/200/headers").has("X-WP-Total")))
                .isEmpty();
    }

    @Test
    void what_creates_answers_201_with_its_address() {
        var creating = api.operations()
                .filter(one -> one.node().path("responses").has("201"))
                .toList();
        assertThat(creating)
                .isNotEmpty()
                .allMatch(one -> one.node().at("/responses/201/headers").has("Location"));
        assertThat(creating.stream().map(Named::name))
                .contains("post /wp-json/wp/v2/categories", "post /wp-json/wp/v2/tags");
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(ref -> !document.at(ref.substring(1)).isMissingNode());
    }

    @Test
    void schemas_are_of_json_schema_2020_and_described() {
        var schemas = document.path("components").path("schemas");
        assertThat(schemas.findValues("readonly")).isEmpty();
        assertThat(schemas.findValues("context").stream().filter(JsonNode::isArray))
                .isEmpty();
        assertThat(schemas.findValues("required").stream().filter(JsonNode::isBoolean))
                .isEmpty();
        assertThat(schemas.findValues("$schema")).isEmpty();
        schemas.properties().forEach(schema -> {
            assertThat(schema.getValue().path("description").asText())
                    .as(schema.getKey())
                    .isNotBlank();
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property -> assertThat(
                                    property.getValue().path("description").asText())
                            .as("%s.%s", schema.getKey(), property.getKey())
                            .isNotBlank());
        });
        assertThat(schemas.at("/Category/properties/count/readOnly").asBoolean())
                .isTrue();
        assertThat(schemas.at("/CreateCategoryInput/properties").has("count")).isFalse();
        assertThat(items(schemas.at("/CreateCategoryInput/required")).map(JsonNode::asText))
                .containsExactly("name");
    }

    @Test
    void schemas_hold_what_generators_can_read() {
        assertThat(document.findValues("enum")).isNotEmpty().allMatch(JsonNode::isArray);
        assertThat(document.findValuesAsText("format")).doesNotContain("date-time", "ip", "email");
        assertThat(document.findValues("type").stream().filter(JsonNode::isArray))
                .as("but one type and null")
                .allMatch(types -> types.size() == 2 && types.path(1).asText().equals("null"));
        assertThat(document.at("/components/schemas/CreateUserInput/properties/meta")
                        .toString())
                .contains("\"default\":{}");
        assertThat(api.parameters().map(one -> one.node().path("schema")))
                .filteredOn(schema -> schema.path("type").asText().equals("array"))
                .allMatch(schema ->
                        !schema.has("default") || schema.path("default").isArray());
    }

    private JsonNode body(Named operation) {
        return api.resolved(operation.node().at("/requestBody/content/application~1json/schema"));
    }
}
