package io.masthead.wp.v2.post;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.stream.IntStream;

/** What a list of posts costs in SQL does not depend on what it shows. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what the lists show is made once
class PostListCostTest {

    /** The background asks the database too, now and then, but not each time. */
    private static final int TRIES = 4;

    @Inject SessionFactory sessions;

    private final Blog blog = Blog.ofAdministrator();
    private long category;
    private long tag;
    private long above;

    @BeforeEach
    void twelve_posts_and_pages_with_all_that_a_list_shows() {
        if (tag != 0) {
            return;
        }
        sessions.getStatistics().setStatisticsEnabled(true);
        var filed = blog.category(Blog.unique("Costly "));
        var below = blog.categoryBelow(filed, Blog.unique("Lower "));
        var tagged = blog.tag(Blog.unique("costly "));
        category = filed.id();
        tag = tagged.id();
        above = blog.page(Blog.unique("Above ")).with("status", "published").write().id();
        for (int i = 0; i < 12; i++) {
            blog.published(Blog.unique("Costly "))
                    .in(filed, below)
                    .tagged(tagged)
                    .saying("Some *text*")
                    .write();
            blog.page(Blog.unique("Costly "))
                    .with("status", "published")
                    .with("parentId", above)
                    .write();
        }
    }

    @Test
    void a_list_of_posts_with_its_total_takes_at_most_four_statements() {
        for (var query :
                new String[] {
                    "",
                    "&search=Costly&orderby=relevance",
                    "&categories=" + category + "&tags=" + tag,
                    "&context=embed&tags_exclude=" + tag,
                    "&ignore_sticky=false&orderby=title&order=asc"
                }) {
            assertThat(cost("/wp-json/wp/v2/posts?per_page=10" + query)).isBetween(1L, 4L);
        }
        assertThat(cost("/wp-json/wp/v2/pages?per_page=10&parent=" + above)).isBetween(1L, 4L);
    }

    @Test
    void more_posts_cost_no_more_statements() {
        var path = "/wp-json/wp/v2/posts?tags=" + tag + "&per_page=";
        given().get(path + 12).then().body("$", hasSize(12));

        assertThat(cost(path + 12)).isEqualTo(cost(path + 2));
    }

    private long cost(String path) {
        return IntStream.range(0, TRIES)
                .mapToLong(
                        attempt -> {
                            var before = sessions.getStatistics().getPrepareStatementCount();
                            given().get(path).then().statusCode(200);
                            return sessions.getStatistics().getPrepareStatementCount() - before;
                        })
                .min()
                .orElseThrow();
    }
}
