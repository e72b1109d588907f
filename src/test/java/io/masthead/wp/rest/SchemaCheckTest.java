package io.masthead.wp.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence that WordPress has for a value which does not fit. */
class SchemaCheckTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final Schema INTEGERS = schema("{'type': 'array', 'items': {'type': 'integer'}}");

    @ParameterizedTest
    @CsvSource({
        "integer, abc",
        "integer, 5.5",
        "integer, ''",
        "integer, 1e99999999",
        "integer, --1",
        "integer, 0x1F",
        "number, many",
        "boolean, yes",
        "boolean, ''",
        "boolean, 2"
    })
    void text_that_is_not_of_the_type_is_refused(String type, String value) {
        refused("x", Schema.ofType(type), value, "rest_invalid_type", "x is not of type " + type + ".");
    }

    @Test
    void lists_and_objects_are_neither_text_nor_numbers_nor_truths() {
        for (var type : List.of("string", "integer", "boolean")) {
            for (var value : List.of(List.of("1"), Map.of("raw", "1"))) {
                refused("x", Schema.ofType(type), value, "rest_invalid_type", "x is not of type " + type + ".");
            }
        }
        refused("x", Schema.ofType("string"), 5L, "rest_invalid_type", "x is not of type string.");
        refused("x", Schema.ofType("array"), Map.of("b", "1"), "rest_invalid_type", "x is not of type array.");
        refused("x", Schema.ofType("object"), "text", "rest_invalid_type", "x is not of type object.");
    }

    @Test
    void a_bound_may_be_out_of_bounds_itself() throws ParameterFault {
        var angle = schema("{'type': 'integer', 'minimum': 0, 'exclusiveMinimum': true, 'maximum': 360,"
                + " 'exclusiveMaximum': true}");

        assertThat(angle.check("x", 359L)).isEqualTo(359L);
        for (var value : List.of(0L, 360L, -90L)) {
            refused("x", angle, value, "rest_out_of_bounds", "x must be between 0 (exclusive) and 360 (exclusive)");
        }
        refused(
                "x",
                schema("{'type': 'integer', 'minimum': 0, 'exclusiveMinimum': true}"),
                0L,
                "rest_out_of_bounds",
                "x must be greater than 0");
        refused(
                "x",
                schema("{'type': 'integer', 'maximum': 9, 'exclusiveMaximum': true}"),
                9L,
                "rest_out_of_bounds",
                "x must be less than 9");
    }

    @Test
    void a_list_may_have_to_hold_something() {
        refused(
                "x",
                schema("{'type': 'array', 'minItems': 1}"),
                List.of(),
                "rest_too_few_items",
                "x must contain at least 1 item.");
    }

    @Test
    void what_stands_beside_choices_holds_for_each() throws ParameterFault {
        var either = schema("{'type': 'object', 'required': ['type'], 'oneOf': ["
                + "{'title': 'A', 'properties': {'type': {'type': 'string', 'enum': ['a']}}},"
                + "{'title': 'B', 'properties': {'type': {'type': 'string', 'enum': ['b']}}}]}");

        assertThat(either.check("x", Map.of("type", "b"))).isEqualTo(Map.of("type", "b"));
        for (var value : List.of(Map.of("type", "c"), Map.of(), "b", List.of(1L))) {
            refused("x", either, value, "rest_no_matching_schema", "x does not match any of the expected formats.");
        }
    }

    @Test
    void null_fits_only_where_it_is_a_type() throws ParameterFault {
        refused("x", Schema.ofType("string"), null, "rest_invalid_type", "x is not of type string.");
        refused(
                "x",
                schema("{'type': ['string', 'integer']}"),
                null,
                "rest_invalid_type",
                "x is not of type string,integer.");
        assertThat(SchemaCheck.check("x", schema("{'type': ['string', 'null']}"), null))
                .isNull();
    }

    @Test
    void an_item_of_a_list_is_named_by_its_place() {
        refused("include", INTEGERS, "3,abc", "rest_invalid_type", "include[1] is not of type integer.");
    }

    @Test
    void numbers_keep_to_their_bounds() {
        refused(
                "per_page",
                schema("{'type': 'integer', 'minimum': 1, 'maximum': 100}"),
                "101",
                "rest_out_of_bounds",
                "per_page must be between 1 (inclusive) and 100 (inclusive)");
        refused(
                "page",
                schema("{'type': 'integer', 'minimum': 1}"),
                "0",
                "rest_out_of_bounds",
                "page must be greater than or equal to 1");
        refused(
                "x",
                schema("{'type': 'integer', 'maximum': 3}"),
                4L,
                "rest_out_of_bounds",
                "x must be less than or equal to 3");
    }

    @Test
    void a_value_that_is_not_listed_is_told_what_is() {
        refused(
                "order",
                schema("{'type': 'string', 'enum': ['asc', 'desc']}"),
                "DESC",
                "rest_not_in_enum",
                "order is not one of asc and desc.");
        refused(
                "x",
                schema("{'type': 'string', 'enum': ['a', 'b', 'c']}"),
                "d",
                "rest_not_in_enum",
                "x is not one of a, b, and c.");
        refused("x", schema("{'type': 'string', 'enum': ['a']}"), "d", "rest_not_in_enum", "x is not a.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-05-04", "2026-13-01T00:00:00", "2026-05-04T25:00:00"})
    void a_date_needs_a_day_and_a_time(String value) {
        refused(
                "after",
                schema("{'type': 'string', 'format': 'date-time'}"),
                value,
                "rest_invalid_date",
                "Invalid date.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-04T07:00:00",
                "2026-05-04T07:00:00Z",
                "2026-05-04T07:00:00+02:00",
                "2026-05-04 07:00:00",
                "2026-02-30T07:00:00"
            })
    void these_are_dates(String value) throws ParameterFault {
        assertThat(SchemaCheck.check("after", schema("{'type': 'string', 'format': 'date-time'}"), value))
                .isEqualTo(value);
    }

    @Test
    void other_formats_have_sentences_of_their_own() {
        refused(
                "x",
                schema("{'type': 'string', 'format': 'email'}"),
                "nobody",
                "rest_invalid_email",
                "Invalid email address.");
        refused(
                "x",
                schema("{'type': 'string', 'format': 'ip'}"),
                "1.2.3",
                "rest_invalid_ip",
                "x is not a valid IP address.");
        refused(
                "x",
                schema("{'type': 'string', 'format': 'uuid'}"),
                "1-2-3",
                "rest_invalid_uuid",
                "x is not a valid UUID.");
    }

    @Test
    void text_can_be_too_short_and_a_list_too_long() {
        refused(
                "x",
                schema("{'type': 'string', 'minLength': 1}"),
                "",
                "rest_too_short",
                "x must be at least 1 character long.");
        refused(
                "x",
                schema("{'type': 'string', 'minLength': 2}"),
                "é",
                "rest_too_short",
                "x must be at least 2 characters long.");
        refused("x", INTEGERS.with("maxItems", 2L), "1,2,3", "rest_too_many_items", "x must contain at most 2 items.");
        refused(
                "x",
                INTEGERS.with("maxItems", 1L),
                List.of(1L, 2L),
                "rest_too_many_items",
                "x must contain at most 1 item.");
    }

    @Test
    void an_object_has_what_is_required_and_where_it_is_closed_nothing_else() {
        var item = schema("{'type': 'object', 'properties': {'path': {'type': 'string', 'required': true}}}");
        refused(
                "requests",
                schema("{'type': 'array', 'items': {'type': 'object',"
                        + " 'properties': {'path': {'type': 'string', 'required': true}}}}"),
                List.of(Map.of()),
                "rest_property_required",
                "path is a required property of requests[0].");
        refused(
                "x",
                item.with("additionalProperties", false),
                Map.of("path", "/", "other", 1L),
                "rest_additional_properties_forbidden",
                "other is not a valid property of Object.");
        refused("x", item, Map.of("path", List.of()), "rest_invalid_type", "x[path] is not of type string.");
    }

    @Test
    void of_several_schemas_one_must_fit() throws ParameterFault {
        var either = schema("""
                {'type': ['object', 'array'], 'oneOf': [
                  {'title': 'Term ID List', 'type': 'array', 'items': {'type': 'integer'}},
                  {'title': 'Term ID Taxonomy Query', 'type': 'object', 'additionalProperties': false,
                   'properties': {'terms': {'type': 'array', 'items': {'type': 'integer'}}}}]}
                """);

        assertThat(SchemaCheck.check("categories", either, "3,4")).isEqualTo(List.of(3L, 4L));
        assertThat(SchemaCheck.check("categories", either, Map.of("terms", "3")))
                .isEqualTo(Map.of("terms", List.of(3L)));
        refused(
                "categories",
                either,
                Map.of("word", "3"),
                "rest_no_matching_schema",
                "categories is not a valid Term ID Taxonomy Query. Reason: word is not a valid"
                        + " property of Object.");
        refused(
                "categories",
                either,
                true,
                "rest_no_matching_schema",
                "categories is not a valid Term ID List. Reason: categories[0] is not of type" + " integer.");
        refused(
                "x",
                schema("{'oneOf': [{'type': 'integer'}, {'type': 'boolean'}]}"),
                "word",
                "rest_no_matching_schema",
                "x does not match any of the expected formats.");
        refused(
                "x",
                schema("{'oneOf': [{'title': 'Number', 'type': 'integer'}, {'title': 'Text', 'type': 'string'}]}"),
                "5",
                "rest_one_of_multiple_matches",
                "x matches Number and Text, but should match only one.");
    }

    @Test
    void text_becomes_what_the_schema_names() throws ParameterFault {
        assertThat(SchemaCheck.check("x", Schema.ofType("integer"), "5.0")).isEqualTo(5L);
        assertThat(SchemaCheck.check("x", Schema.ofType("integer"), " -7 ")).isEqualTo(-7L);
        assertThat(SchemaCheck.check("x", Schema.ofType("number"), "2.5")).isEqualTo(new BigDecimal("2.5"));
        assertThat(SchemaCheck.check("x", Schema.ofType("boolean"), "TRUE")).isEqualTo(true);
        assertThat(SchemaCheck.check("x", Schema.ofType("boolean"), 0L)).isEqualTo(false);
        assertThat(SchemaCheck.check("x", schema("{'type': 'array', 'items': {'type': 'string'}}"), "a, b  c"))
                .isEqualTo(List.of("a", "b", "c"));
        assertThat(SchemaCheck.check("x", INTEGERS, 7L)).isEqualTo(List.of(7L));
        assertThat(SchemaCheck.check("x", INTEGERS, "")).isEqualTo(List.of());
        assertThat(SchemaCheck.check("x", Schema.ofType("object"), "")).isEqualTo(Map.of());
        assertThat(SchemaCheck.check("x", Schema.any(), List.of("as", "it is"))).isEqualTo(List.of("as", "it is"));
    }

    @Test
    void a_number_beyond_64_bits_is_the_largest_there_is() throws ParameterFault {
        assertThat(SchemaCheck.check("id", Schema.ofType("integer"), "99999999999999999999999"))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_missing_property_has_its_default() throws ParameterFault {
        var schema = schema("{'type': 'object', 'properties': {'method': {'type': 'string', 'default': 'POST'}}}");
        assertThat(SchemaCheck.check("x", schema, Map.of())).isEqualTo(Map.of("method", "POST"));
    }

    private static Schema schema(String json) {
        try {
            return Schema.of(JSON.readValue(json, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static void refused(String name, Schema schema, Object value, String code, String sentence) {
        var fault = catchThrowableOfType(ParameterFault.class, () -> SchemaCheck.check(name, schema, value));
        assertThat(fault)
                .as("%s as %s", value, Arrays.toString(schema.types().toArray()))
                .isNotNull();
        assertThat(fault.getMessage()).isEqualTo(sentence);
        assertThat(fault.code()).isEqualTo(code);
    }
}
