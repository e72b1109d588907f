package io.masthead.api.v1.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class ArchiveResourceTest {

    private static final String ARCHIVES = "/api/v1/archives";
    private static final String POSTS = "/api/v1/posts";

    private final Tokens tokens = new Tokens();

    @AfterEach
    void goBackToUtc() {
        setTimeZone("UTC");
    }

    @Test
    void a_month_counts_what_was_published_in_the_zone_of_the_site() {
        var url = given().get("/api/v1/settings").path("url");
        setTimeZone("Europe/Berlin");
        publish("2001-03-31T21:59:59Z"); // 23:59:59 on the last day of March in Berlin
        publish("2001-03-31T22:00:00Z"); // midnight: April
        publish("2001-04-30T21:59:59Z");
        assertThat(month(2001, 3))
                .isEqualTo(Map.of(
                        "year",
                        2001,
                        "month",
                        3,
                        "count",
                        1,
                        "url",
                        url + "/2001/03/",
                        "path",
                        "/2001/03/",
                        "from",
                        "2001-02-28T23:00:00Z",
                        "until",
                        "2001-03-31T22:00:00Z"));
        assertThat(month(2001, 4))
                .isEqualTo(Map.of(
                        "year",
                        2001,
                        "month",
                        4,
                        "count",
                        2,
                        "url",
                        url + "/2001/04/",
                        "path",
                        "/2001/04/",
                        "from",
                        "2001-03-31T22:00:00Z",
                        "until",
                        "2001-04-30T22:00:00Z"));
    }

    @Test
    void the_bounds_of_a_month_lead_to_its_posts() {
        setTimeZone("America/New_York");
        publish("2002-04-01T04:59:59Z");
        var first = publish("2002-04-01T05:00:00Z");
        var last = publish("2002-05-01T03:59:59Z"); // summer time by then
        var april = month(2002, 4);
        given().queryParam("publishedFrom", april.get("from"))
                .queryParam("publishedUntil", april.get("until"))
                .get(POSTS)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(last, first)));
    }

    @Test
    void what_a_guest_may_not_see_makes_no_month() {
        for (var status : List.of("draft", "private")) {
            tokens.as(Role.EDITOR)
                    .body(Map.of(
                            "title", "Hidden",
                            "status", status,
                            "publishedAt", "1987-06-05T00:00:00Z"))
                    .post(POSTS)
                    .then()
                    .statusCode(201);
        }
        var trashed = publish("1987-06-05T00:00:00Z");
        tokens.as(Role.EDITOR).delete(POSTS + "/" + trashed).then().statusCode(200);
        given().get(ARCHIVES).then().statusCode(200).body("items.year", not(hasItem(1987)));
        // The same for all: an answer that counts drafts would not say so.
        tokens.as(Role.ADMINISTRATOR).get(ARCHIVES).then().body("items.year", not(hasItem(1987)));
    }

    @Test
    void the_latest_month_comes_first_and_caches_may_keep_it() {
        publish("2003-01-15T00:00:00Z");
        publish("2003-02-15T00:00:00Z");
        publish("2004-01-15T00:00:00Z");
        var answer = given().get(ARCHIVES)
                .then()
                .statusCode(200)
                .header("Cache-Tag", "archives,posts,settings")
                .extract();
        var months = answer.<List<Map<String, Object>>>path("items").stream()
                .map(month -> (int) month.get("year") * 12 + (int) month.get("month"))
                .toList();
        assertThat(months).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(months).isSortedAccordingTo((one, other) -> other - one);
        given().header("If-None-Match", answer.header("ETag"))
                .get(ARCHIVES)
                .then()
                .statusCode(304);
        publish("2005-01-15T00:00:00Z");
        given().header("If-None-Match", answer.header("ETag"))
                .get(ARCHIVES)
                .then()
                .statusCode(200)
                .header("ETag", not(is(answer.header("ETag"))));
    }

    @Test
    void parameters_are_checked_and_fields_narrow() {
        publish("2006-01-15T00:00:00Z");
        given().queryParam("limit", 5).get(ARCHIVES).then().statusCode(400).body("errors[0].parameter", is("limit"));
        given().queryParam("fields", "items.year,items.month")
                .get(ARCHIVES)
                .then()
                .statusCode(200)
                .body("items", hasItem(Map.of("year", 2006, "month", 1)));
        given().queryParam("fields", "items.day").get(ARCHIVES).then().statusCode(400);
    }

    private Map<String, Object> month(int year, int month) {
        return given().get(ARCHIVES).<List<Map<String, Object>>>path("items").stream()
                .filter(one -> one.get("year").equals(year) && one.get("month").equals(month))
                .findFirst()
                .orElseThrow();
    }

    private int publish(String when) {
        return tokens.as(Role.EDITOR)
                .body(Map.of("title", "Dated", "status", "published", "publishedAt", when))
                .post(POSTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void setTimeZone(String zone) {
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("timeZone", zone))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);
    }
}
