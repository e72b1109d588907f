package io.masthead.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals of common lists are read from counts that writes keep, and are those that counting would find. */
@OnBothDatabases
@QuarkusTest
class ListTotalsTest {

    /** Keeps all posts, but is a condition that no stored count knows. */
    private static final String EVER = "&after=1000-01-01T00:00:00";

    private final Blog blog = Blog.ofAdministrator();
    private Blog.Term category;
    private Blog.Term tag;
    private Blog.Content post;

    @BeforeEach
    void write() {
        category = blog.category(Blog.unique("Counted "));
        tag = blog.tag(Blog.unique("counted"));
        post = blog.published(Blog.unique("Counted "))
                .in(category)
                .tagged(tag)
                .with("password", "open sesame")
                .write();
        blog.published(Blog.unique("Counted ")).in(category).write();
        blog.draft("Draft").in(category).tagged(tag).write();
    }

    @Test
    void all_posts_are_counted_by_months() {
        assertThat(total("")).isEqualTo(total(EVER));

        blog.published(Blog.unique("One more ")).write();

        assertThat(total("")).isEqualTo(total(EVER));
    }

    @Test
    void the_posts_of_a_term_are_counted_by_the_term() {
        var ofCategory = "&categories=" + category.id();
        var ofTag = "&tags=" + tag.id();
        assertThat(List.of(total(ofCategory), total(ofCategory + EVER))).containsOnly(2);
        assertThat(List.of(total(ofTag), total(ofTag + EVER))).containsOnly(1);
        assertThat(total("&tags=" + category.id())).isZero();
        assertThat(nativeTotal("category=" + category.slug())).isEqualTo(2);
        assertThat(nativeTotal("tag=" + tag.slug())).isEqualTo(1);
        assertThat(nativeTotal("tag=" + category.slug())).isZero();

        blog.asking()
                .contentType("application/json")
                .body(Map.of("status", "draft"))
                .patch(post.path())
                .then()
                .statusCode(200);

        assertThat(total(ofCategory)).isEqualTo(1);
        assertThat(total(ofTag)).isZero();
    }

    @Test
    void no_rows_are_counted_for_them() {
        for (var list : List.of("", "&categories=" + category.id(), "&offset=1000")) {
            assertThat(SentStatements.during(() -> total(list)))
                    .as(list)
                    .isNotEmpty()
                    .noneMatch(sql -> sql.contains("count("));
        }
        assertThat(SentStatements.during(() -> total(EVER))).anyMatch(sql -> sql.contains("count("));
    }

    /** Of a page that does not reveal it. */
    private static int total(String conditions) {
        return Integer.parseInt(
                given().get("/wp-json/wp/v2/posts?per_page=1" + conditions).header("X-WP-Total"));
    }

    private static int nativeTotal(String conditions) {
        return given().get("/api/v1/posts?limit=1&count=true&" + conditions)
                .jsonPath()
                .getInt("page.total");
    }
}
