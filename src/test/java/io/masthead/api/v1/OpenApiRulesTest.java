package io.masthead.api.v1;

import static io.masthead.testsupport.ApiDocument.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.kernel.Scope;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every operation and every schema of the document. */
class OpenApiRulesTest {

    private final ApiDocument api = ApiDocument.at(OpenApiDocumentTest.COMMITTED);
    private final JsonNode document = api.root();

    @Test
    void every_operation_has_an_id_of_its_own_a_summary_and_a_tag() {
        assertThat(api.operations()).isNotEmpty();
        assertThat(api.operations().map(one -> one.node().path("operationId").asText()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(api.faulty(one -> one.node().path("summary").asText().isBlank()))
                .isEmpty();
        assertThat(api.faulty(one -> one.node().path("tags").size() != 1)).isEmpty();
        assertThat(items(document.path("tags")))
                .allMatch(tag -> !tag.path("description").asText().isBlank());
    }

    @Test
    void every_parameter_says_what_it_is_what_it_may_be_and_gives_an_example() {
        assertThat(api.parameters()
                        .filter(one -> one.node().path("description").asText().isBlank()))
                .isEmpty();
        assertThat(api.parameters().filter(one -> !hasExample(one.node()))).isEmpty();
        assertThat(api.parameters().filter(one -> !isLimited(one.node().path("schema"))))
                .isEmpty();
    }

    @Test
    void a_parameter_that_several_operations_take_alike_is_a_component() {
        var taken = api.operations()
                .flatMap(one -> items(one.node().path("parameters")))
                .toList();
        var referred = taken.stream().map(one -> one.path("$ref").asText()).filter(ref -> !ref.isEmpty());

        assertThat(taken.stream().filter(one -> !one.has("$ref"))).isNotEmpty().doesNotHaveDuplicates();
        assertThat(referred.collect(Collectors.toSet()))
                .contains(
                        "#/components/parameters/PagingCursor",
                        "#/components/parameters/PagingLimit",
                        "#/components/parameters/PostId",
                        "#/components/parameters/PostFilterSearch",
                        "#/components/parameters/PageRevisionId",
                        "#/components/parameters/TermListSearch",
                        "#/components/parameters/PermanentOnly")
                .isEqualTo(document.path("components").path("parameters").properties().stream()
                        .map(one -> "#/components/parameters/" + one.getKey())
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_operation_says_how_it_refuses() {
        assertThat(api.faulty(
                        one -> !one.answers().containsAll(Set.of("400", "401", "414", "429", "431", "500", "503"))))
                .isEmpty();
        assertThat(api.faulty(one -> one.name().contains("{") && !one.answers().contains("404")))
                .isEmpty();
        assertThat(api.faulty(one ->
                        one.node().has("requestBody") && !one.answers().containsAll(Set.of("413", "415", "422"))))
                .isEmpty();
        assertThat(api.faulty(one -> one.takes("If-Match") && !one.answers().contains("412")))
                .isEmpty();
        assertThat(api.faulty(
                        one -> one.takes("Idempotency-Key") && !one.answers().contains("409")))
                .isEmpty();
    }

    @Test
    void every_refusal_is_a_problem_with_an_example() {
        api.operations()
                .forEach(one -> one.node().path("responses").properties().forEach(answer -> {
                    if (answer.getKey().compareTo("400") >= 0) {
                        assertProblem(one, answer);
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
                .as("whoever writes needs a token, but for who comments or wants to get in")
                .containsExactlyInAnyOrder(
                        "post /api/v1/auth/exchange",
                        "post /api/v1/auth/link",
                        "post /api/v1/auth/login",
                        "post /api/v1/auth/logout",
                        "post /api/v1/auth/password-reset",
                        "post /api/v1/auth/password-reset/confirm",
                        "post /api/v1/auth/refresh",
                        "post /api/v1/auth/second-factor",
                        "post /api/v1/posts/{id}/comments",
                        "post /api/v1/pages/{id}/comments",
                        "patch /api/v1/comments/{id}",
                        "delete /api/v1/comments/{id}");
    }

    @Test
    void reads_can_be_conditional() {
        assertThat(api.operations()
                        .filter(one -> one.name().startsWith("get "))
                        .filter(one -> answersJson(one))
                        .filter(one ->
                                !one.takes("If-None-Match") || !one.answers().contains("304")))
                .isEmpty();
    }

    @Test
    void what_creates_answers_201_with_its_address() {
        assertThat(api.operations()
                        .filter(one -> one.takes("Idempotency-Key"))
                        .filter(one -> Stream.of("201", "202")
                                .noneMatch(status -> one.node()
                                        .path("responses")
                                        .path(status)
                                        .path("headers")
                                        .has("Location"))))
                .isEmpty();
    }

    @Test
    void inputs_take_no_unknown_fields_and_only_new_things_have_defaults() {
        assertThat(schemas()
                        .filter(OpenApiRulesTest::isSent)
                        .filter(one -> !one.node().path("additionalProperties").isBoolean()
                                || one.node().path("additionalProperties").asBoolean()
                                || (!one.name().endsWith("Create")
                                        && !one.node().findValues("default").isEmpty())))
                .isEmpty();
    }

    @Test
    void a_patch_requires_nothing() {
        assertThat(schemas().map(Named::name)).contains("CommentPatch");
        assertThat(schemas().filter(one -> one.name().endsWith("Patch")))
                .allMatch(one -> !one.node().has("required"));
    }

    @Test
    void what_answers_204_answers_nothing_else_but_where_there_is_a_trash() {
        assertThat(api.operations()
                        .filter(one -> one.answers().contains("204"))
                        .filter(one -> one.answers().stream().anyMatch(Set.of("201", "202", "302")::contains)))
                .isEmpty();
        assertThat(api.operations()
                        .filter(one -> one.answers().containsAll(Set.of("200", "204")))
                        .map(Named::name))
                .containsExactlyInAnyOrder(
                        "delete /api/v1/comments/{id}", "delete /api/v1/pages/{id}", "delete /api/v1/posts/{id}");
    }

    @Test
    void what_may_answer_nothing_is_refused_to_nobody_for_accept() {
        assertThat(api.operations()
                        .filter(one -> one.answers().contains("204"))
                        .filter(one -> one.answers().contains("406")))
                .isEmpty();
    }

    @Test
    void answers_say_what_is_always_there() {
        assertThat(schemas()
                        .filter(one -> !isSent(one))
                        .filter(one -> one.node().has("properties"))
                        .filter(one -> one.node().path("required").isEmpty()))
                .isEmpty();
        assertThat(words(schema("Post").path("required")))
                .contains("id", "slug", "protected", "publishedAt", "author", "content", "formerSlugs")
                .doesNotContain("password", "previous", "comments", "related", "rowVersion");
        assertThat(words(schema("PostSummary").path("required")))
                .contains("id", "author")
                .doesNotContain("content", "formerSlugs");
        assertThat(schema("PostSummary").path("properties").has("previous")).isFalse();
        assertThat(schema("PostList").at("/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/PostSummary");
        assertThat(words(schema("Post").path("properties").path("publishedAt").path("type")))
                .containsExactlyInAnyOrder("string", "null");
    }

    @Test
    void every_schema_is_described_and_every_plain_value_has_an_example() {
        assertThat(schemas()
                        .filter(one -> one.node().path("description").asText().isBlank()))
                .isEmpty();
        assertThat(properties().filter(one -> isPlain(one.node()) && !hasExample(one.node())))
                .isEmpty();
    }

    @Test
    void schemas_are_named_for_readers() {
        assertThat(schemas().map(Named::name))
                .contains("Post", "PostSummary", "PostList", "PostCreate", "PostPatch", "Problem")
                .doesNotContain("Id", "Instant")
                .noneMatch(name -> name.contains("Json") || name.contains("Change"));
    }

    @Test
    void constants_are_in_lower_case_and_complete() {
        assertThat(document.findValues("enum").stream().flatMap(values -> words(values).stream()))
                .allMatch(word -> !word.equals(word.toUpperCase(Locale.ROOT)));
        assertThat(words(schema("PostStatus").path("enum"))).isEqualTo(constants(PostStatus.values()));
        assertThat(words(schema("PostFormat").path("enum"))).isEqualTo(constants(PostFormat.values()));
    }

    @Test
    void what_creates_and_what_changes_are_apart() {
        assertThat(words(schema("CategoryCreate").path("required"))).containsExactly("name");
        assertThat(schema("CategoryPatch").has("required")).isFalse();
        assertThat(schema("PostCreate").at("/properties/status/default").asText())
                .isEqualTo("draft");
        assertThat(schema("PostPatch").findValues("default")).isEmpty();
        assertThat(schema("Post").at("/properties/status/$ref").asText()).isEqualTo("#/components/schemas/PostStatus");
        assertThat(api.operations()
                        .map(one -> one.node().at("/requestBody/content/application~1json/schema/$ref"))
                        .map(JsonNode::asText))
                .contains("#/components/schemas/PostCreate", "#/components/schemas/PostPatch")
                .noneMatch(ref -> ref.endsWith("/PostInput"));
    }

    @Test
    void the_document_names_each_scope_that_can_be_asked_for() {
        assertThat(items(document.at("/components/schemas/ApiTokenInput/properties/scopes/items/enum")))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Scope.grantable().stream().map(Scope::word).toList());
    }

    @Test
    void accounts_are_shown_nowhere_but_in_an_account() {
        assertThat(properties()
                        .filter(one -> Set.of("login", "email", "emailAddress").contains(property(one)))
                        .filter(one -> !Set.of("Account", "Me").contains(owner(one)))
                        .map(Named::name))
                .as("nor where guests, moderators and administrators need it")
                .containsExactlyInAnyOrder(
                        "GuestInput.email",
                        "LoginInput.login",
                        "ResetRequestInput.email",
                        "MeInput.email",
                        "UserCreate.email",
                        "UserCreate.login",
                        "UserPatch.email",
                        "UserPatch.login",
                        "CommentAuthor.email",
                        "PersonalDataInput.email",
                        "ErasureInput.email",
                        "PersonalAccount.login",
                        "PersonalAccount.email");
        assertThat(schema("AuthorRef").path("properties").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "name", "slug", "url", "path", "biography", "website", "avatarUrl");
    }

    private void assertProblem(Named operation, Map.Entry<String, JsonNode> answer) {
        var response = api.resolved(answer.getValue());
        if (Set.of("414", "431").contains(answer.getKey())) {
            assertThat(response.has("content")).as("refused unread").isFalse();
            return;
        }
        var problem = response.path("content").path("application/problem+json");
        assertThat(problem.path("schema").path("$ref").asText())
                .as("%s, %s", operation, answer.getKey())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(problem.path("example").path("status").asText()).isEqualTo(answer.getKey());
    }

    private boolean answersJson(Named operation) {
        return operation.node().path("responses").path("200").path("content").has("application/json");
    }

    private Stream<Named> schemas() {
        return document.path("components").path("schemas").properties().stream()
                .map(schema -> api.named(schema.getKey(), schema.getValue()));
    }

    private Stream<Named> properties() {
        return schemas()
                .flatMap(schema -> schema.node().path("properties").properties().stream()
                        .map(property -> api.named(schema.name() + "." + property.getKey(), property.getValue())));
    }

    private static boolean isSent(Named schema) {
        return Stream.of("Input", "Create", "Patch").anyMatch(schema.name()::endsWith);
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private boolean isLimited(JsonNode given) {
        var schema = api.resolved(given);
        return switch (schema.path("type").asText()) {
            case "boolean" -> true;
            case "integer" -> schema.has("minimum");
            case "array" -> api.resolved(schema.path("items")).has("type");
            case "object" -> schema.has("maxProperties");
            default ->
                schema.has("maxLength")
                        || schema.has("minLength")
                        || schema.has("enum")
                        || schema.has("format")
                        || schema.has("pattern");
        };
    }

    private static boolean isPlain(JsonNode schema) {
        var type = schema.path("type");
        return Stream.of("string", "integer", "number", "boolean")
                .anyMatch(plain -> type.asText().equals(plain) || words(type).contains(plain));
    }

    private static boolean hasExample(JsonNode node) {
        return node.has("example")
                || node.has("examples")
                || node.path("schema").has("examples")
                || node.path("schema").has("example");
    }

    private static Set<String> constants(Enum<?>[] constants) {
        var words = new TreeSet<String>();
        Arrays.stream(constants).map(EnumCodec::of).forEach(words::add);
        return words;
    }

    private static Set<String> words(JsonNode list) {
        var words = new TreeSet<String>();
        items(list).map(JsonNode::asText).forEach(words::add);
        return words;
    }

    /** The schema that a property is of. */
    private static String owner(Named property) {
        return property.name().substring(0, property.name().indexOf('.'));
    }

    private static String property(Named property) {
        return property.name().substring(property.name().indexOf('.') + 1);
    }
}
