package io.masthead.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes content as every client does: by HTTP. What it makes has names of its own, so that tests
 * neither need an empty database nor see each other's content.
 */
public final class Blog {

    private final String token;

    private Blog(String token) {
        this.token = token;
    }

    /** Content of the first administrator. */
    public static Blog ofAdministrator() {
        return new Blog(FirstAdministrator.TOKEN);
    }

    /** Content of somebody else. */
    public static Blog of(String token) {
        return new Blog(token);
    }

    /** A word that nothing else contains. */
    public static String unique(String word) {
        return word + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** A request in the name of the writer, with a JSON body if it gets one. */
    public RequestSpecification asking() {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }

    public NewContent draft(String title) {
        return new NewContent("posts", title);
    }

    public NewContent published(String title) {
        return draft(title).with("status", "published");
    }

    public NewContent page(String title) {
        return new NewContent("pages", title);
    }

    public Term category(String name) {
        return term("categories", Map.of("name", name));
    }

    public Term categoryBelow(Term parent, String name) {
        return term("categories", Map.of("name", name, "parentId", parent.id()));
    }

    public Term tag(String name) {
        return term("tags", Map.of("name", name));
    }

    /** Without items. */
    public Term menu(String name) {
        return term("menus", Map.of("name", name));
    }

    /** The id of a picture. */
    /** A synced pattern in WordPress' format. */
    public long pattern(String title, String source) {
        return asking().body(Map.of("title", title, "source", source))
                .post("/api/v1/patterns")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public long uploaded(String title) {
        return asking().contentType(ContentType.MULTIPART)
                .multiPart("file", title + ".png", Pictures.png(), "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private Term term(String path, Map<String, ?> body) {
        var json = asking().body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Term(json.getLong("id"), json.getString("slug"));
    }

    /** A category, tag or menu that is there. */
    public record Term(long id, String slug) {}

    /** A post or page that is there, as its writer saw it last. */
    public record Content(String path, String etag, JsonPath json) {

        public long id() {
            return json.getLong("id");
        }

        public String slug() {
            return json.getString("slug");
        }
    }

    /** A post or page to be. */
    public final class NewContent {

        private final String kind;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private NewContent(String kind, String title) {
            this.kind = kind;
            fields.put("title", title);
        }

        public NewContent with(String field, Object value) {
            fields.put(field, value);
            return this;
        }

        /** Its text, in Markdown. */
        public NewContent saying(String text) {
            return with("content", new HashMap<>(Map.of("source", text)));
        }

        public NewContent in(Term... categories) {
            return with("categoryIds", Arrays.stream(categories).map(Term::id).toList());
        }

        public NewContent tagged(Term... tags) {
            return with("tagIds", Arrays.stream(tags).map(Term::id).toList());
        }

        public Content write() {
            var answer = asking().body(fields)
                    .post("/api/v1/" + kind)
                    .then()
                    .statusCode(201)
                    .extract();
            var json = answer.jsonPath();
            return new Content("/api/v1/" + kind + "/" + json.getLong("id"), answer.header("ETag"), json);
        }
    }
}
