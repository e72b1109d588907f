package io.masthead.wp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.DocumentedAnswers;
import io.masthead.testsupport.WithSample;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sample looks like by every operation that reads is what the document says of it. */
@QuarkusTest
@TestProfile(WithSample.class)
class WpDocumentedAnswersTest {

    private static final String ITEM = "/{id}";

    private final ApiDocument document = ApiDocument.at(WpDocumentTest.COMMITTED);

    @Test
    void what_is_read_is_as_documented() {
        var lists = document.operations()
                .map(Named::name)
                .filter(name -> name.startsWith("get ") && !name.contains("{"))
                .map(name -> name.substring("get ".length()))
                .toList();
        assertThat(lists).hasSizeGreaterThan(12);

        for (var list : lists) {
            for (var context : List.of("view", "edit")) {
                var answer = asking("context", context, list);
                List<Integer> ids = answer.asString().startsWith("[") ? answer.path("id") : List.of();
                if (document.operations().anyMatch(one -> one.name().equals("get " + list + ITEM))) {
                    ids.forEach(id -> asking("context", context, list + "/" + id));
                }
            }
        }
    }

    private static Response asking(String name, String value, String address) {
        return Blog.ofAdministrator()
                .asking()
                .filter(new DocumentedAnswers())
                .queryParam(name, value)
                .get(address);
    }
}
