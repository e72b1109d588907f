package io.masthead.api.v1.http;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.api.v1.OpenApiDocumentTest;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated clients accept what the document says that an operation answers in; where that is only
 * problems, success without a body is no reason to refuse them.
 */
@QuarkusTest
class AcceptTest {

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    static Stream<Named> operationsThatAnswerNothing() {
        return ApiDocument.at(OpenApiDocumentTest.COMMITTED)
                .operations()
                .filter(one -> one.answers().contains("204"));
    }

    @ParameterizedTest
    @MethodSource("operationsThatAnswerNothing")
    void problems_alone_are_accepted_where_nothing_is_answered(Named operation) {
        var words = operation.name().split(" ", 2);
        acceptingProblems()
                .body("{}")
                .request(words[0], words[1].replaceAll("\\{[A-Za-z]+}", "999999999"))
                .then()
                .statusCode(not(406));
    }

    @Test
    void what_is_deleted_for_good_is_gone_whatever_is_accepted() {
        var tag = blog.tag(Blog.unique("Accept "));
        acceptingProblems()
                .delete("/api/v1/tags/" + tag.id() + "?permanent=true")
                .then()
                .statusCode(204)
                .body(emptyString());
        var post = blog.draft(Blog.unique("Accept ")).write();
        acceptingProblems()
                .delete(post.path())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", is("trashed"));
        acceptingProblems()
                .delete(post.path() + "?permanent=true")
                .then()
                .statusCode(204)
                .body(emptyString());
    }

    @Test
    void what_answers_json_is_still_refused_to_those_who_take_none() {
        acceptingProblems().get("/api/v1/tags").then().statusCode(406).contentType(ProblemFormat.MEDIA_TYPE);
    }

    private RequestSpecification acceptingProblems() {
        return tokens.as(Role.EDITOR).accept(ProblemFormat.MEDIA_TYPE);
    }
}
