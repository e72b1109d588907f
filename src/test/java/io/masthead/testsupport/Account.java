package io.masthead.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * A user whom no other test knows, without a password, made as every administrator does: by HTTP.
 *
 * @param answer what the administrator was told
 */
public record Account(Response answer) {

    private static final String USERS = "/api/v1/users";

    /** A new one with these fields; the others that are needed are made up. */
    public static Account with(Map<String, ?> fields) {
        var answer = Blog.ofAdministrator().asking().body(body(fields)).post(USERS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Account(answer);
    }

    public static Account ofRole(String role) {
        return with(Map.of("role", role));
    }

    /** What would make one. */
    public static Map<String, Object> body(Map<String, ?> fields) {
        var body = new HashMap<String, Object>(fields);
        body.putIfAbsent("login", Blog.unique("login."));
        body.putIfAbsent("email", Blog.unique("mail.") + "@example.org");
        body.putIfAbsent("name", Blog.unique("Quill "));
        return body;
    }

    public long id() {
        return answer.<Integer>path("id");
    }

    public String path() {
        return USERS + "/" + id();
    }

    public String name() {
        return answer.path("name");
    }

    public String login() {
        return answer.path("account.login");
    }

    public String email() {
        return answer.path("account.email");
    }

    public String slug() {
        return answer.path("slug");
    }

    public String etag() {
        return answer.header("ETag");
    }

    /** What an administrator is told of it now. */
    public Response read() {
        return Blog.ofAdministrator().asking().get(path());
    }

    /** What comes of a change by the first administrator. */
    public Response change(Map<String, ?> fields) {
        return Blog.ofAdministrator().asking().body(fields).patch(path());
    }

    /** What comes of deleting it, with these parameters beside {@code permanent}. */
    public Response delete(String parameters) {
        return Blog.ofAdministrator().asking().delete(path() + "?permanent=true&" + parameters);
    }
}
