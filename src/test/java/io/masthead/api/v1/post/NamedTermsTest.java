package io.masthead.api.v1.post;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Categories and tags that a client names in a post. */
@OnBothDatabases
@QuarkusTest
class NamedTermsTest {

    private static final String POSTS = "/api/v1/posts";

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void terms_are_found_by_name_in_any_case_by_slug_and_by_id() {
        var byName = unique("By Name ");
        var tag = blog.tag(byName);
        var bySlug = blog.tag(unique("By Slug "));
        var byId = blog.tag(unique("By Id "));
        var news = unique("News ");
        var category = blog.category(news);

        create(
                        blog,
                        Map.of(
                                "title", "Named",
                                "tags", List.of(byName.toUpperCase(Locale.ROOT), bySlug.slug(), byName),
                                "tagIds", List.of(byId.id()),
                                "categories", List.of("  " + news + " ")))
                .statusCode(201)
                .body("tags.id", containsInAnyOrder((int) tag.id(), (int) bySlug.id(), (int) byId.id()))
                .body("categories.id", contains((int) category.id()));
    }

    @Test
    void what_has_no_such_name_is_refused_or_created_and_then_found() {
        var name = unique("Harbour ");
        var post = create(blog, Map.of("title", "Named", "tags", List.of(name)));
        post.statusCode(422).body("errors.pointer", contains("/tags/0"), "errors.code", contains("unknown"));
        given().get("/api/v1/tags?search=" + name).then().body("items", empty());

        var id = create(blog, Map.of("title", "Named", "tags", List.of(name), "createTerms", true))
                .statusCode(201)
                .body("tags.name", contains(name), "categories.id", contains(1))
                .extract()
                .jsonPath()
                .getLong("id");
        create(blog, Map.of("title", "Named", "tags", List.of(name))).statusCode(201);
        given().get("/api/v1/tags?search=" + name).then().body("items.name", contains(name));

        patch(id, Map.of("tags", List.of(), "categories", List.of(name), "createTerms", true))
                .statusCode(200)
                .body("tags", empty(), "categories.name", contains(name));
        patch(id, Map.of("title", "Other")).body("categories.name", contains(name));
    }

    @Test
    void a_refused_post_leaves_no_terms() {
        var name = unique("Gone ");
        create(blog, Map.of("title", "x".repeat(501), "tags", List.of(name), "createTerms", true))
                .statusCode(422)
                .body("errors.pointer", contains("/title"));
        given().get("/api/v1/tags?search=" + name).then().body("items", empty());
    }

    @Test
    void who_may_not_create_terms_does_not_create_them_by_the_way() {
        var contributor = Blog.of(new Tokens().of(Role.CONTRIBUTOR));
        create(contributor, Map.of("title", "Named", "tags", List.of(unique("New ")), "createTerms", true))
                .statusCode(201);
        var name = unique("New ");
        create(contributor, Map.of("title", "Named", "categories", List.of(name), "createTerms", true))
                .statusCode(403);
        given().get("/api/v1/categories?search=" + name).then().body("items", empty());
        create(contributor, Map.of("title", "Named", "categories", List.of("uncategorized"), "createTerms", true))
                .statusCode(201);
    }

    @Test
    void one_name_of_several_categories_means_the_one_at_the_root_or_is_refused() {
        var name = unique("Twice ");
        var one = blog.category(unique("One "));
        var two = blog.category(unique("Two "));
        blog.categoryBelow(one, name);
        var second = blog.categoryBelow(two, name);
        create(blog, Map.of("title", "Named", "categories", List.of("uncategorized", name)))
                .statusCode(422)
                .body("errors.pointer", contains("/categories/1"), "errors.code", contains("ambiguous"));
        create(blog, Map.of("title", "Named", "categories", List.of(second.slug())))
                .statusCode(201)
                .body("categories.id", contains((int) second.id()));
        var root = blog.category(name);
        create(blog, Map.of("title", "Named", "categories", List.of(name)))
                .statusCode(201)
                .body("categories.id", contains((int) root.id()));
    }

    @Test
    void malformed_names_are_pointed_at() {
        create(blog, Map.of("title", "Named", "tags", List.of("ok", " ", "x".repeat(201)), "createTerms", true))
                .statusCode(422)
                .body("errors.pointer", contains("/tags/1", "/tags/2"));
        create(blog, Map.of("title", "Named", "tags", Collections.nCopies(101, "a")))
                .statusCode(422);
        create(blog, Map.of("title", "Named", "tags", List.of(Map.of("name", "a"))))
                .statusCode(400);
        create(blog, Collections.singletonMap("tags", null)).statusCode(422);
    }

    @Test
    void clients_that_create_the_same_terms_at_once_share_them() throws Exception {
        var names = List.of(unique("Alpha "), unique("Beta "), unique("Gamma "));
        var reversed = List.of(names.get(2), names.get(1), names.get(0));
        var executor = Executors.newFixedThreadPool(4);
        try {
            var statuses = executor.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> create(
                                    blog,
                                    Map.of(
                                            "title",
                                            "At once",
                                            "tags",
                                            i % 2 == 0 ? names : reversed,
                                            "createTerms",
                                            true))
                            .extract()
                            .statusCode())
                    .toList());
            for (var status : statuses) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            executor.shutdown();
        }
        for (var name : names) {
            given().get("/api/v1/tags?search=" + name)
                    .then()
                    .body("items.name", contains(name))
                    .body("items[0].slug", is(name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        }
    }

    private static ValidatableResponse create(Blog writer, Map<String, ?> fields) {
        return writer.asking().body(fields).post(POSTS).then();
    }

    private ValidatableResponse patch(long id, Map<String, ?> fields) {
        return blog.asking().body(fields).patch(POSTS + "/" + id).then();
    }
}
