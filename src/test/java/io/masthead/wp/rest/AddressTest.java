package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which spellings an address of the surface is understood. */
@QuarkusTest
class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wp/v2/types",
                "/wp-json/wp/v2/types/",
                "/wp-json/WP/V2/Types",
                "/index.php/wp-json/wp/v2/types",
                "/index.php/wp-json/wp/v2/types/",
                "/?rest_route=/wp/v2/types",
                "/?rest_route=/wp/v2/types/",
                "/?rest_route=%2Fwp%2Fv2%2Ftypes",
                "/index.php?rest_route=/wp/v2/types"
            })
    void every_spelling_leads_to_the_same_place(String address) {
        asking(address).statusCode(200).body("post.rest_base", is("posts"), "page.rest_base", is("pages"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json",
                "/wp-json/",
                "/index.php/wp-json",
                "/index.php/wp-json/",
                "/?rest_route=/",
                "/index.php?rest_route=/"
            })
    void every_root_answers_with_the_index(String address) {
        asking(address).statusCode(200).body("$", hasKey("routes"), "namespaces", hasItem("wp/v2"));
    }

    @Test
    void parameters_stay_beside_the_route() {
        asking("/?rest_route=/wp/v2/categories&per_page=1&_fields=id")
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0]", not(hasKey("name")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wp/v2/nowhere",
                "/wp-json/wp/v2/categories/abc",
                "/wp-json/wp/v2/categories/1/2",
                "/wp-json/wp/v3/types",
                "/wp-json/%20",
                "/?rest_route=/nowhere",
                "/?rest_route=/wp/v2/types%20",
                "/?rest_route=/wp/v2/types%3Fcontext=edit",
                "/?rest_route=/wp/v2/%25zz",
                "/?rest_route=/wp/v2/%23",
                "/?rest_route=/%22%3C%5C%7C",
                "/?rest_route=//example.org/wp/v2/types"
            })
    void what_is_no_route_says_so(String address) {
        asking(address)
                .statusCode(404)
                .body("code", is("rest_no_route"))
                .body("message", is("No route was found matching the URL and request method."))
                .body("data.status", is(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?rest_route=/../api/v1/posts",
                "/?rest_route=/..%2Fapi/v1/posts",
                "/?rest_route=/wp/v2/../../../api/v1/posts",
                "/?rest_route=/./../api/v1/posts"
            })
    void no_route_leads_to_another_surface(String address) {
        asking(address).body(not(containsString("unknown_parameter"))).body(not(containsString("items")));
    }

    private static ValidatableResponse asking(String address) {
        return given().urlEncodingEnabled(false).get(address).then();
    }
}
