package io.masthead.wp.v2.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Uploads;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a list of posts costs in SQL does not depend on what it shows. */
@OnBothDatabases
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what the lists show is made once
class PostListCostTest {

    private final Uploads uploads = new Uploads();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private long category;
    private long tag;
    private long above;

    @BeforeEach
    void twelve_posts_and_pages_with_all_that_a_list_shows() {
        if (tag != 0) {
            return;
        }
        var filed = blog.category(Blog.unique("Costly "));
        var below = blog.categoryBelow(filed, Blog.unique("Lower "));
        var tagged = blog.tag(Blog.unique("costly "));
        category = filed.id();
        tag = tagged.id();
        above = blog.page(Blog.unique("Above "))
                .with("status", "published")
                .write()
                .id();
        var elsewhere = blog.published(Blog.unique("Gallery ")).write();
        discussion.open();
        for (int i = 0; i < 12; i++) {
            var post = blog.published(Blog.unique("Costly "))
                    .in(filed, below)
                    .tagged(tagged)
                    .saying("Some *text*")
                    .with("featuredMediaId", uploads.add("Picture", "image/png", 1, elsewhere.id()))
                    .write();
            var first = Reader.guest().says("First").storedOn(post);
            Reader.guest().says("Answer").answering(first.id()).storedOn(post);
            blog.page(Blog.unique("Costly "))
                    .with("status", "published")
                    .with("parentId", above)
                    .write();
        }
        discussion.putBack();
    }

    @Test
    void a_list_of_posts_with_its_total_takes_at_most_four_statements() {
        for (var query : new String[] {
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

    @Test
    void a_list_that_shows_no_text_reads_none() {
        var path = "/wp-json/wp/v2/posts?tags=" + tag + "&per_page=10";

        var withoutText = SentStatements.during(
                () -> given().get(path + "&_fields=id,slug").then().body("$", hasSize(10)));
        assertThat(withoutText).isNotEmpty().noneMatch(sql -> sql.contains("post_body"));
        var withText = SentStatements.during(() -> given().get(path).then().statusCode(200));
        assertThat(withText).anyMatch(sql -> sql.contains("post_body"));
    }

    /** Each post with its author, picture, categories below others, tags, comments and answers. */
    @Test
    void all_that_can_be_embedded_takes_at_most_three_more() {
        var path = "/wp-json/wp/v2/posts?_embed&tags=" + tag + "&per_page=";
        given().get(path + 12)
                .then()
                .body("$", hasSize(12))
                .body("_embedded.author.id.flatten()", everyItem(is(1)))
                .body("_embedded.'wp:featuredmedia'.media_type.flatten()", hasSize(12))
                .body("[3]._embedded.'wp:term'[0].taxonomy", everyItem(is("category")))
                .body("[3]._embedded.'wp:term'[0]", hasSize(2))
                .body("[3]._embedded.'wp:term'[1].id", hasItem((int) tag))
                .body("[3]._embedded.replies[0]", hasSize(2))
                .body("[3]._embedded.replies[0][1]._links", hasKey("children"))
                .body("[3]._embedded.replies[0][0]._links", not(hasKey("children")));

        assertThat(cost(path + 12)).isBetween(1L, 7L).isEqualTo(cost(path + 2));
    }

    @Test
    void terms_embed_their_parents_together_and_finds_themselves() {
        var word = Blog.unique("Branch ");
        for (int i = 0; i < 6; i++) {
            blog.categoryBelow(blog.category(Blog.unique("Root ")), word + i);
        }
        var categories = "/wp-json/wp/v2/categories?_embed&search=" + word + "&per_page=";
        var finds = "/wp-json/wp/v2/search?_embed&type=term&search=" + word + "&per_page=";

        given().get(categories + 6).then().body("_embedded.up.flatten()", hasSize(6));
        given().get(finds + 6).then().body("_embedded.self.flatten()", hasSize(6));
        assertThat(cost(categories + 6)).isEqualTo(cost(categories + 2));
        assertThat(cost(finds + 6)).isEqualTo(cost(finds + 2));
    }

    @Test
    void what_is_embedded_is_what_its_own_address_answers() {
        var list = given().get("/wp-json/wp/v2/posts?_embed&per_page=1&tags=" + tag);
        var id = list.jsonPath().getLong("[0].id");
        var embedded = list.jsonPath().getMap("[0]._embedded");

        for (var relation : List.of("author", "wp:featuredmedia", "wp:term", "replies")) {
            var links = list.jsonPath().getList("[0]._links.'" + relation + "'.href", String.class);
            var things = (List<?>) embedded.get(relation);
            assertThat(things).as("%s of %s", relation, id).hasSameSizeAs(links).isNotEmpty();
            for (int i = 0; i < links.size(); i++) {
                var path = links.get(i).replaceFirst("^https?://[^/]+", "");
                var answer = given().urlEncodingEnabled(false)
                        .queryParam("context", "embed")
                        .get(path)
                        .jsonPath()
                        .<Object>get("$");
                assertThat(things.get(i)).as(path).isEqualTo(answer);
            }
        }
    }

    private long cost(String path) {
        return SentStatements.count(() -> given().get(path).then().statusCode(200));
    }
}
