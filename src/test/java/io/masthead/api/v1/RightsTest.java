package io.masthead.api.v1;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each role may do, as the roles of WordPress on a single site. 404 stands where the caller
 * may not even know of the post.
 */
@QuarkusTest
class RightsTest {

    private static final String POSTS = "/api/v1/posts";
    private static final String PAGES = "/api/v1/pages";
    private static final Role[] ROLES = {
        null, Role.SUBSCRIBER, Role.CONTRIBUTOR, Role.AUTHOR, Role.EDITOR, Role.ADMINISTRATOR
    };

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // action                      guest sub contr auth edit admin
                "create draft                | 401 | 403 | 201 | 201 | 201 | 201",
                "create pending              | 401 | 403 | 201 | 201 | 201 | 201",
                "create scheduled            | 401 | 403 | 403 | 201 | 201 | 201",
                "create published            | 401 | 403 | 403 | 201 | 201 | 201",
                "create private              | 401 | 403 | 403 | 201 | 201 | 201",
                "create sticky draft         | 401 | 403 | 403 | 201 | 201 | 201",
                "create for another          | 401 | 403 | 403 | 403 | 201 | 201",
                "create with a tag           | 401 | 403 | 201 | 201 | 201 | 201",
                "edit own draft              | -   | 404 | 200 | 200 | 200 | 200",
                "edit own pending            | -   | 404 | 200 | 200 | 200 | 200",
                "edit own scheduled          | -   | 404 | 403 | 200 | 200 | 200",
                "edit own published          | -   | 403 | 403 | 200 | 200 | 200",
                "edit own private            | -   | 404 | 200 | 200 | 200 | 200",
                "edit other draft            | 401 | 404 | 404 | 404 | 200 | 200",
                "edit other pending          | 401 | 404 | 404 | 404 | 200 | 200",
                "edit other scheduled        | 401 | 404 | 404 | 404 | 200 | 200",
                "edit other published        | 401 | 403 | 403 | 403 | 200 | 200",
                "edit other private          | 401 | 404 | 404 | 404 | 200 | 200",
                "publish own draft           | -   | 404 | 403 | 200 | 200 | 200",
                "publish other draft         | 401 | 404 | 404 | 404 | 200 | 200",
                "give away own draft         | -   | 404 | 403 | 403 | 200 | 200",
                "stick own published         | -   | 403 | 403 | 200 | 200 | 200",
                "trash own draft             | -   | 404 | 200 | 200 | 200 | 200",
                "trash own published         | -   | 403 | 403 | 200 | 200 | 200",
                "trash other draft           | 401 | 404 | 404 | 404 | 200 | 200",
                "trash other published       | 401 | 403 | 403 | 403 | 200 | 200",
                "trash other private         | 401 | 404 | 404 | 404 | 200 | 200",
                "delete own draft            | -   | 404 | 204 | 204 | 204 | 204",
                "delete own published        | -   | 403 | 403 | 204 | 204 | 204",
                "delete other draft          | 401 | 404 | 404 | 404 | 204 | 204",
                "delete other published      | 401 | 403 | 403 | 403 | 204 | 204",
                "restore own draft           | -   | 404 | 200 | 200 | 200 | 200",
                "restore own published       | -   | 404 | 403 | 200 | 200 | 200",
                "restore other draft         | 401 | 404 | 404 | 404 | 200 | 200",
                "bulk own draft              | -   | 422 | 422 | 200 | 200 | 200",
                "bulk other draft            | 401 | 422 | 422 | 422 | 200 | 200",
            })
    void posts(
            String action,
            String guest,
            String subscriber,
            String contributor,
            String author,
            String editor,
            String administrator) {
        check(POSTS, action, guest, subscriber, contributor, author, editor, administrator);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "create draft                | 401 | 403 | 403 | 403 | 201 | 201",
                "create published            | 401 | 403 | 403 | 403 | 201 | 201",
                "create private              | 401 | 403 | 403 | 403 | 201 | 201",
                "edit own draft              | -   | 404 | 404 | 404 | 200 | 200",
                "edit own published          | -   | 403 | 403 | 403 | 200 | 200",
                "edit other draft            | 401 | 404 | 404 | 404 | 200 | 200",
                "edit other published        | 401 | 403 | 403 | 403 | 200 | 200",
                "trash own published         | -   | 403 | 403 | 403 | 200 | 200",
                "trash other published       | 401 | 403 | 403 | 403 | 200 | 200",
                "delete other published      | 401 | 403 | 403 | 403 | 204 | 204",
                "restore other draft         | 401 | 404 | 404 | 404 | 200 | 200",
                "bulk other draft            | 401 | 422 | 422 | 422 | 200 | 200",
            })
    void pages(
            String action,
            String guest,
            String subscriber,
            String contributor,
            String author,
            String editor,
            String administrator) {
        check(PAGES, action, guest, subscriber, contributor, author, editor, administrator);
    }

    private void check(String kind, String action, String... expected) {
        var statuses = new String[ROLES.length];
        for (int i = 0; i < ROLES.length; i++) {
            statuses[i] = expected[i].equals("-")
                    ? "-"
                    : Integer.toString(attempt(kind, action, ROLES[i]).statusCode());
        }
        assertThat(Arrays.asList(statuses)).containsExactly(expected);
    }

    private Response attempt(String kind, String action, Role role) {
        var words = action.split(" ", 3);
        if (words[0].equals("create")) {
            return asking(role)
                    .body(newContent(words[1], words.length > 2 ? words[2] : ""))
                    .post(kind);
        }
        var status = action.substring(action.lastIndexOf(' ') + 1);
        var owner = action.contains(" own ") ? role : otherThan(role);
        var path = kind + "/" + write(kind, status, owner);
        return switch (words[0]) {
            case "edit" -> asking(role).body("{\"title\": \"Edited\"}").patch(path);
            case "publish" -> asking(role).body("{\"status\": \"published\"}").patch(path);
            case "give" ->
                asking(role)
                        .body(Map.of("authorId", tokens.idOf(otherThan(role))))
                        .patch(path);
            case "stick" -> asking(role).body("{\"sticky\": true}").patch(path);
            case "trash" -> asking(role).delete(path);
            case "delete" -> asking(role).delete(path + "?permanent=true");
            case "restore" -> {
                blog.asking().delete(path).then().statusCode(200);
                yield asking(role).post(path + "/restore");
            }
            case "bulk" ->
                asking(role)
                        .body("{\"ids\": [%s], \"status\": \"published\"}".formatted(path.substring(kind.length() + 1)))
                        .post(kind + "/bulk-status");
            default -> throw new IllegalArgumentException(action);
        };
    }

    private Map<String, Object> newContent(String what, String detail) {
        var title = unique("Right");
        if (detail.equals("draft")) {
            return Map.of("title", title, "sticky", true);
        }
        return switch (what) {
            case "scheduled" -> Map.of("title", title, "status", what, "publishedAt", "2999-01-01T00:00:00Z");
            case "for" -> Map.of("title", title, "authorId", tokens.idOf(Role.SUBSCRIBER));
            case "with" ->
                Map.of("title", title, "tagIds", new long[] {blog.tag(title).id()});
            default -> Map.of("title", title, "status", what);
        };
    }

    /** The administrator can write for everybody. */
    private long write(String kind, String status, Role owner) {
        var content = kind.equals(PAGES) ? blog.page(unique("Right")) : blog.draft(unique("Right"));
        if (status.equals("scheduled")) {
            content.with("publishedAt", "2999-01-01T00:00:00Z");
        }
        return content.with("status", status)
                .with("authorId", tokens.idOf(owner))
                .write()
                .id();
    }

    private static Role otherThan(Role role) {
        return role == Role.ADMINISTRATOR ? Role.EDITOR : Role.ADMINISTRATOR;
    }

    private RequestSpecification asking(Role role) {
        return role == null
                ? given().contentType("application/json")
                : Blog.of(tokens.of(role)).asking();
    }
}
