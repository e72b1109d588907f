package io.masthead.api.v1.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class IndexResourceTest {

    @Test
    void every_link_of_the_index_leads_somewhere() {
        var settings = given().get("/api/v1/settings").jsonPath();
        var index = given().get("/api/v1")
                .then()
                .statusCode(200)
                .header("Surrogate-Key", containsString("settings"))
                .body("keySet()", contains("name", "description", "url", "version", "links"))
                .body("name", is(settings.getString("title")), "url", is(settings.getString("url")))
                .extract()
                .jsonPath();
        var links = index.<String, String>getMap("links");

        assertThat(links).containsKeys("self", "posts", "users", "login", "openapi", "docs");
        links.forEach((name, path) -> assertThat(given().auth()
                        .preemptive()
                        .oauth2(FirstAdministrator.TOKEN)
                        .get(path)
                        .statusCode())
                .as(name)
                .isEqualTo(name.equals("login") ? 405 : 200));
    }

    @Test
    void it_takes_no_parameters_and_hides_nothing_else() {
        given().get("/api/v1?x=1").then().statusCode(400).body("code", is("invalid_parameter"));
        given().get("/api/v1/nothing-of-that-name").then().statusCode(404);
        given().get("/api/v1/").then().statusCode(200);
    }
}
