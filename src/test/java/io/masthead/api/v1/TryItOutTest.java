package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.DocumentedAnswers;
import io.masthead.testsupport.WithSample;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whoever opens the interactive page of a new server with the sample, and presses "Execute", is
 * answered, whatever the operation: what is filled in fits, and what is answered is what the
 * document says.
 */
@QuarkusTest
@TestProfile(WithSample.class)
class TryItOutTest {

    /** What nobody can fill in for others: secrets that are mailed or shown once, files and servers that have them, and leave to delete what is shown. */
    private static final Set<String> NEEDING_MORE = Set.of(
            "getRedirect",
            "updateRedirect",
            "deleteRedirect",
            "login",
            "answerChallenge",
            "refresh",
            "exchangeSignIn",
            "linkSignIn",
            "confirmPasswordReset",
            "addMyIdentity",
            "confirmMySecondFactor",
            "renewMyRecoveryCodes",
            "turnOffMySecondFactor",
            "turnOffUserSecondFactor",
            "startImport",
            "uploadMedia",
            "replaceMediaFile",
            "fetchMedia",
            "deleteMedia",
            "importUsers");

    /** What comes first makes what others need; what ends something comes last. */
    private static final List<String> ORDER = List.of("put", "get", "patch", "post", "delete");

    private final ApiDocument document = ApiDocument.at(OpenApiDocumentTest.COMMITTED);

    @Test
    void what_is_filled_in_succeeds_on_the_sample() {
        var refused = new ArrayList<String>();
        var tried = document.operations().filter(TryItOutTest::canBeTried).toList();
        tried.stream()
                .sorted(Comparator.<Named>comparingInt(TryItOutTest::rank)
                        .thenComparing(Named::name, Comparator.reverseOrder()))
                .forEach(one -> attempt(one, refused));

        assertThat(refused).isEmpty();
        assertThat(tried).hasSizeGreaterThan(70);
    }

    @Test
    void no_header_is_filled_in() {
        assertThat(document.parameters()
                        .filter(one -> Set.of("header", "cookie")
                                .contains(one.node().path("in").asText()))
                        .filter(one -> isFilledIn(one.node())))
                .isEmpty();
    }

    private static boolean canBeTried(Named operation) {
        return !NEEDING_MORE.contains(id(operation))
                && operation.parameters().stream()
                        .filter(one -> one.path("required").asBoolean())
                        .allMatch(TryItOutTest::isFilledIn);
    }

    private void attempt(Named operation, List<String> refused) {
        var words = operation.name().split(" ", 2);
        var request = Blog.ofAdministrator().asking().filter(new DocumentedAnswers());
        var path = words[1];
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            var value = filledIn(parameter);
            if (value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
                continue;
            }
            var text = value.isArray() ? joined(value) : value.asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", text);
            } else {
                request.queryParam(name, text);
            }
        }
        var content = operation.node().path("requestBody").path("content").properties();
        for (var type : content) {
            request.contentType(type.getKey())
                    .body(type.getValue().path("example").toString());
            break;
        }
        var answer = request.request(words[0], path);
        if (answer.statusCode() / 100 != 2) {
            refused.add(operation + ": " + answer.statusCode() + " " + answer.asString());
        }
    }

    private static int rank(Named operation) {
        // Restoring takes what was deleted, and a user takes everything along.
        return switch (id(operation)) {
            case "restorePost", "restorePage", "restoreComment" -> ORDER.size();
            case "deleteUser", "changePassword" -> ORDER.size() + 1;
            default -> ORDER.indexOf(operation.name().split(" ", 2)[0]);
        };
    }

    private static boolean isFilledIn(JsonNode parameter) {
        return !filledIn(parameter).isMissingNode();
    }

    /** As the interactive page does it, which leaves the examples of a schema alone. */
    private static JsonNode filledIn(JsonNode parameter) {
        return parameter.has("example")
                ? parameter.path("example")
                : parameter.path("schema").path("default");
    }

    private static String joined(JsonNode values) {
        return String.join(",", ApiDocument.items(values).map(JsonNode::asText).toList());
    }

    private static String id(Named operation) {
        return operation.node().path("operationId").asText();
    }
}
