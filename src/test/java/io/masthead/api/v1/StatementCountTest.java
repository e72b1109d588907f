package io.masthead.api.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Uploads;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list costs in SQL does not depend on what it shows. */
@OnBothDatabases
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what the lists show is made once
class StatementCountTest {

    private final Blog blog = Blog.ofAdministrator();
    private final People people = new People();
    private String category;
    private String tag;
    private long picture;

    @BeforeEach
    void twelve_posts_with_all_that_a_list_shows() {
        if (tag != null) {
            return;
        }
        var filed = blog.category(Blog.unique("Costs "));
        var below = blog.categoryBelow(filed, Blog.unique("Lower "));
        var tagged = blog.tag(Blog.unique("costs "));
        category = filed.slug();
        tag = tagged.slug();
        picture = new Uploads().picture();
        for (int i = 0; i < 12; i++) {
            blog.published(Blog.unique("Cost "))
                    .in(filed, below)
                    .tagged(tagged)
                    .saying("Some *text*")
                    .with("customFields", Map.of("costs", tag, "n", i))
                    .with("sticky", i % 2 == 0)
                    .with("featuredMediaId", picture)
                    .write();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count=false",
                "tag=TAG",
                "tag=TAG&status=published,draft",
                "category=CATEGORY&tag=TAG",
                "category=CATEGORY&author=administrator&sort=title",
                "tag=-other&include=content",
                "field[costs]=TAG",
                "field[costs]=TAG&field[n]=3&sticky=false",
                "search=Cost&status=published,draft",
                "updatedFrom=2020-01-01T00:00:00Z&tag=TAG",
                "tag=TAG&page=1",
                "tag=TAG&fields=id,author.name"
            })
    void a_list_of_posts_takes_at_most_two_statements(String query) {
        assertThat(cost("/api/v1/posts?limit=20&" + named(query))).isBetween(1L, 2L);
    }

    /** Those below a category are looked up, and so is the id of a term that no post on the list shows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=CATEGORY&descendants=true&include=content",
                "tag=TAG,other",
                "category=CATEGORY,other&author=administrator&sort=title"
            })
    void terms_that_are_not_on_the_list_take_one_more(String query) {
        assertThat(cost("/api/v1/posts?" + named(query))).isBetween(1L, 3L);
    }

    @Test
    void a_post_with_all_that_is_shown_beside_it_takes_one_transaction() {
        var id = given().get("/api/v1/posts?tag=" + tag + "&limit=5").jsonPath().getLong("items[2].id");
        var path = "/api/v1/posts/" + id + "?include=featuredMedia,previous,next";

        assertThat(SentStatements.countTransactions(() -> given().get(path)
                        .then()
                        .statusCode(200)
                        .body("featuredMedia.id", is((int) picture))
                        .body("previous", notNullValue(), "next", notNullValue())))
                .isEqualTo(1);
        assertThat(cost(path)).isBetween(1L, 4L);
    }

    /** Three for the post, one for related posts and three for comments. */
    @Test
    void the_page_of_a_post_takes_at_most_seven_statements_and_one_transaction() {
        var id = given().get("/api/v1/posts?tag=" + tag + "&limit=5").jsonPath().getLong("items[1].id");
        var path = "/api/v1/posts/" + id;
        var top = 0L;
        for (int i = 0; i < 4; i++) {
            var said = new HashMap<String, Object>(Map.of("text", Blog.unique("Said ")));
            if (i % 2 == 1) {
                said.put("parentId", top);
            }
            top = blog.asking()
                    .body(said)
                    .post(path + "/comments")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getLong("id");
        }
        var page = path + "?include=author,comments,related";

        assertThat(SentStatements.countTransactions(() -> given().get(page)
                        .then()
                        .statusCode(200)
                        .body("related", hasSize(5), "related.featuredMedia.id", everyItem(is((int) picture)))
                        .body("comments.items", hasSize(2), "comments.items[0].replies.items", hasSize(1))))
                .isEqualTo(1);
        assertThat(cost(page)).isBetween(1L, 7L);
        assertThat(cost(page + ",previous,next")).isBetween(1L, 8L);
    }

    @Test
    void former_slugs_take_one_more() {
        assertThat(cost("/api/v1/posts?include=formerSlugs&tag=" + tag)).isBetween(1L, 3L);
    }

    @Test
    void featured_media_take_none_more() {
        var path = "/api/v1/posts?include=content&tag=" + tag;
        given().get(path).then().body("items.featuredMedia.url", everyItem(notNullValue()));
        assertThat(cost(path)).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages",
                "pages?include=content&parent=top",
                "categories?used=true",
                "tags?search=costs&include=formerSlugs",
                "users?search=admin",
                "media?type=image",
                "archives",
                "settings"
            })
    void every_other_list_takes_at_most_three_statements(String list) {
        assertThat(cost("/api/v1/" + list)).isBetween(0L, 3L);
    }

    @Test
    void menus_take_nine_with_items_of_every_kind_and_three_without() {
        var post = given().get("/api/v1/posts?limit=1&tag=" + tag).jsonPath().getLong("items[0].id");
        var term = given().get("/api/v1/tags/by-slug/" + tag).jsonPath().getLong("id");
        blog.asking()
                .body(Map.of(
                        "name",
                        Blog.unique("Costs"),
                        "items",
                        List.of(
                                Map.of("reference", Map.of("type", "post", "id", post)),
                                Map.of("reference", Map.of("type", "tag", "id", term)),
                                Map.of("label", "Out", "url", "/out"))))
                .post("/api/v1/menus")
                .then()
                .statusCode(201);

        assertThat(cost("/api/v1/menus")).isBetween(1L, 3L);
        assertThat(cost("/api/v1/menus?include=items")).isBetween(1L, 9L);
    }

    /** They hold the texts once more, and nobody shows them. */
    @ParameterizedTest
    @CsvSource({"posts/POST/comments, c1_0", "categories, t1_0", "tags, t1_0", "media, m1_0"})
    void a_list_does_not_read_the_columns_of_searches(String list, String alias) {
        var id = given().get("/api/v1/posts?tag=" + tag + "&limit=1").jsonPath().getString("items[0].id");
        var path = "/api/v1/" + list.replace("POST", id);

        var sent = SentStatements.during(() -> given().get(path).then().statusCode(200));

        assertThat(sent)
                .anySatisfy(sql -> assertThat(sql).contains(alias + ".id"))
                .allSatisfy(sql -> assertThat(sql).doesNotContain(alias + ".search_"));
    }

    @Test
    void more_rows_do_not_take_more_statements() {
        var few = cost("/api/v1/posts?limit=2&tag=" + tag);
        var many = cost("/api/v1/posts?limit=12&tag=" + tag);
        given().get("/api/v1/posts?limit=12&tag=" + tag).then().body("items", hasSize(12));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void a_second_page_costs_what_the_first_did() {
        var first = "/api/v1/posts?limit=5&tag=" + tag;
        var next = JsonPath.from(given().get(first).asString()).getString("page.next");

        assertThat(cost(first + "&cursor=" + next)).isEqualTo(cost(first));
    }

    /** The audit entry is the ninth statement: it is written by plain JDBC, which is not counted here. */
    @Test
    void a_sign_in_takes_at_most_three_transactions_and_nine_statements() {
        var person = people.with(Role.SUBSCRIBER);
        person.signsIn();

        assertThat(SentStatements.count(person::signsIn)).isBetween(1L, 8L);
        assertThat(SentStatements.countTransactions(person::signsIn)).isBetween(1L, 3L);
    }

    @Test
    void the_first_sign_in_from_a_network_that_others_use_takes_no_more() {
        var neighbour = people.with(Role.SUBSCRIBER);
        neighbour.triesToSignInWith("wrong password").statusCode(401);
        var persons = Stream.generate(() -> people.with(Role.SUBSCRIBER))
                .map(one -> new Person(one.id(), one.login(), one.email(), one.password(), neighbour.address()))
                .limit(2L * SentStatements.TRIES)
                .toList()
                .iterator();

        assertThat(SentStatements.count(() -> persons.next().signsIn())).isBetween(1L, 8L);
        assertThat(SentStatements.countTransactions(() -> persons.next().signsIn()))
                .isBetween(1L, 3L);
    }

    @Test
    void a_status_for_thirty_posts_takes_at_most_thirty_statements() {
        var filed = blog.category(Blog.unique("Bulk "));
        var ids = IntStream.range(0, 30)
                .mapToObj(i -> blog.draft(Blog.unique("Bulk "))
                        .in(filed)
                        .with("customFields", Map.of("n", i))
                        .write()
                        .id())
                .toList();
        var least = new HashMap<String, Long>();
        var former = "draft";
        for (int round = 0; round < 2; round++) {
            for (var status : List.of("published", "draft", "private", "trashed", "published", "draft")) {
                var statements = SentStatements.during(() -> blog.asking()
                        .body(Map.of("ids", ids, "status", status))
                        .post("/api/v1/posts/bulk-status")
                        .then()
                        .statusCode(200)
                        .body("items.status", everyItem(is(status))));
                least.merge(former + " to " + status, (long) statements.size(), Math::min);
                former = status;
            }
        }
        least.forEach((change, cost) -> assertThat(cost).as(change).isBetween(1L, 30L));
        blog.asking()
                .body(Map.of("ids", ids, "status", "published"))
                .post("/api/v1/posts/bulk-status")
                .then()
                .statusCode(200);
        given().get("/api/v1/categories/" + filed.id()).then().body("postCount", is(30));
    }

    /** S17: else the time an answer takes tells what is hidden from what is missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts/ID",
                "posts/by-slug/SLUG",
                "posts/ID/comments",
                "posts/ID/comments/form",
                "pages/ID",
                "pages/by-slug/SLUG",
                "pages/ID/comments"
            })
    void what_is_hidden_takes_the_statements_of_what_is_missing(String path) {
        var title = Blog.unique("Hidden ");
        var hidden = (path.startsWith("pages") ? blog.page(title) : blog.draft(title))
                .with("status", "private")
                .saying("Some *text* that is long. ".repeat(1_000))
                .write();

        assertThat(cost("/api/v1/" + path.replace("ID", "" + hidden.id()).replace("SLUG", "" + hidden.slug()), 404))
                .isEqualTo(cost(
                        "/api/v1/" + path.replace("ID", "999999999").replace("SLUG", "nothing-of-this-name"), 404));
    }

    private long cost(String path) {
        return cost(path, 200);
    }

    private long cost(String path, int status) {
        return SentStatements.count(
                () -> given().urlEncodingEnabled(true).get(path).then().statusCode(status));
    }

    private String named(String query) {
        return query.replace("CATEGORY", category).replace("TAG", tag);
    }
}
