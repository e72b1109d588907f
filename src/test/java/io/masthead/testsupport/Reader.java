package io.masthead.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who comments: a guest whom no other test knows, from an address of its own. */
public final class Reader {

    private final String name;
    private final String email;
    private final String address;

    private Reader(String name, String email, String address) {
        this.name = name;
        this.email = email;
        this.address = address;
    }

    public static Reader guest() {
        var name = Blog.unique("Reader ");
        var tail = UUID.randomUUID().toString().replace("-", "");
        return new Reader(
                name,
                tail + "@example.org",
                "2001:db8:%s:%s:%s::%s"
                        .formatted(
                                tail.substring(0, 4),
                                tail.substring(4, 8),
                                tail.substring(8, 12),
                                tail.substring(12, 16)));
    }

    /** The same person at another address. */
    public Reader movedTo(String newAddress) {
        return new Reader(name, email, newAddress);
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String address() {
        return address;
    }

    /** A request from the reader's address, with a JSON body if it gets one. */
    public RequestSpecification asking() {
        return given().header("X-Forwarded-For", address).contentType(ContentType.JSON);
    }

    public Draft says(String text) {
        return new Draft(text);
    }

    /** A comment to be. */
    public final class Draft {

        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<String, String> headers = new HashMap<>();

        private Draft(String text) {
            fields.put("text", text);
            fields.put("author", Map.of("name", name, "email", email));
        }

        public Draft with(String field, Object value) {
            fields.put(field, value);
            return this;
        }

        public Draft sending(String header, String value) {
            headers.put(header, value);
            return this;
        }

        public Draft answering(long commentId) {
            return with("parentId", commentId);
        }

        /** What comes of submitting it. */
        public ValidatableResponse on(Blog.Content post) {
            return asking().headers(headers)
                    .body(fields)
                    .post(post.path() + "/comments")
                    .then();
        }

        /** Submits it, which must go well. */
        public Said storedOn(Blog.Content post) {
            var json = on(post).statusCode(201).extract().jsonPath();
            return new Said(json.getLong("id"), json.getString("editToken"), json.getString("status"));
        }
    }

    /** A comment that is there. */
    public record Said(long id, String token, String status) {

        public String path() {
            return "/api/v1/comments/" + id;
        }
    }
}
