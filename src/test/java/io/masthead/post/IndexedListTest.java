package io.masthead.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 does not sort all posts to show ten of them. PostgreSQL offers nothing to test. */
@OnBothDatabases
@QuarkusTest
class IndexedListTest {

    @Inject
    DataSource database;

    private final Blog blog = Blog.ofAdministrator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts",
                "/api/v1/posts?sort=title",
                "/api/v1/posts?sort=-created",
                "/api/v1/posts?search=a",
                "/api/v1/pages?sort=menuOrder",
                "/api/v1/posts?category=CATEGORY",
                "/api/v1/posts?category=CATEGORY,uncategorized",
                "/api/v1/posts?category=CATEGORY&descendants=true",
                "/api/v1/posts?category=CATEGORY,uncategorized&status=published,draft",
                "/api/v1/posts?status=published,draft&sort=title",
                "/api/v1/posts?field[kind]=KIND",
                "/wp-json/wp/v2/posts",
                "/wp-json/wp/v2/posts?orderby=modified",
                "/wp-json/wp/v2/posts?orderby=title&order=asc",
                "/wp-json/wp/v2/posts?orderby=id",
                "/wp-json/wp/v2/posts?ignore_sticky=false",
                "/wp-json/wp/v2/pages?orderby=menu_order&order=asc",
                "/?feed=rss2",
            })
    void a_list_is_read_in_the_order_of_an_index(String path) throws SQLException {
        assumeTrue(isH2(), "It is about H2.");
        var category = blog.category(Blog.unique("Indexed "));
        var kind = Blog.unique("indexed");
        blog.published("One")
                .in(category)
                .with("customFields", Map.of("kind", kind))
                .write();
        blog.page("Two").with("status", "published").write();

        var lists = SentStatements.during(() -> given().get(
                                path.replace("CATEGORY", category.slug()).replace("KIND", kind))
                        .then()
                        .statusCode(200))
                .stream()
                .filter(sql -> sql.contains(" order by ") && sql.contains(" join users "))
                .toList();
        assertThat(lists).isNotEmpty();
        for (var sql : lists) {
            assertThat(plan(sql)).contains("index sorted");
        }
    }

    private boolean isH2() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        }
    }

    private String plan(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("explain " + sql)) {
            for (int i = 1; i <= query.getParameterMetaData().getParameterCount(); i++) {
                query.setObject(i, null);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
