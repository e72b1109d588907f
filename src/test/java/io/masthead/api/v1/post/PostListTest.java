package io.masthead.api.v1.post;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test looks through a tag of its own. */
@OnBothDatabases
@QuarkusTest
class PostListTest {

    private static final String POSTS = "/api/v1/posts";
    private static final String NOON = "2020-05-05T12:00:00Z";

    private final Blog blog = Blog.ofAdministrator();
    private Blog.Term tag;

    @BeforeEach
    void tag() {
        tag = blog.tag(unique("List"));
    }

    // --- Paging ---------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"-published", "published", "-created", "created", "-updated", "updated", "-title", "title", "-id", "id"
    })
    void pages_by_cursor_make_the_whole_list_forwards_and_backwards(String sort) {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            ids.add(post("Same title").with("publishedAt", NOON).write().id());
        }
        if (sort.startsWith("-")) {
            Collections.reverse(ids);
        }
        var query = "&limit=3&sort=" + sort;

        var first = page(query);
        var second = page(query + "&cursor=" + first.getString("page.next"));
        var third = page(query + "&cursor=" + second.getString("page.next"));
        assertThat(first.getList("items.id", Long.class)).isEqualTo(ids.subList(0, 3));
        assertThat(second.getList("items.id", Long.class)).isEqualTo(ids.subList(3, 6));
        assertThat(third.getList("items.id", Long.class)).isEqualTo(ids.subList(6, 7));
        assertThat(first.getString("page.prev")).isNull();
        assertThat(third.getString("page.next")).isNull();

        var back = page(query + "&cursor=" + third.getString("page.prev"));
        var start = page(query + "&cursor=" + back.getString("page.prev"));
        assertThat(back.getList("items.id", Long.class)).isEqualTo(ids.subList(3, 6));
        assertThat(start.getList("items.id", Long.class)).isEqualTo(ids.subList(0, 3));
        assertThat(start.getString("page.prev")).isNull();
        assertThat(start.getString("page.next")).isNotNull();
    }

    @Test
    void a_list_that_fits_has_no_further_pages() {
        post("One").write();
        post("Two").write();
        list("&limit=2").body("items", hasSize(2), "page.next", nullValue(), "page.prev", nullValue());
    }

    @Test
    void what_is_added_meanwhile_neither_repeats_nor_hides_anything() {
        var ids = new ArrayList<Long>();
        for (int day = 1; day <= 6; day++) {
            ids.add(post("Day")
                    .with("publishedAt", "2020-05-0%dT00:00:00Z".formatted(day))
                    .write()
                    .id());
        }
        Collections.reverse(ids);
        var first = page("&limit=2");
        post("Newer").with("publishedAt", "2020-06-01T00:00:00Z").write();
        var second = page("&limit=2&cursor=" + first.getString("page.next"));
        assertThat(second.getList("items.id", Long.class)).isEqualTo(ids.subList(2, 4));
        var older = post("Older")
                .with("publishedAt", "2020-04-01T00:00:00Z")
                .write()
                .id();
        var third = page("&limit=5&cursor=" + second.getString("page.next"));
        assertThat(third.getList("items.id", Long.class)).containsExactly(ids.get(4), ids.get(5), older);
    }

    @Test
    void pages_by_number_make_the_list_too_and_cursors_go_on_from_there() {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            ids.add(post("Numbered").write().id());
        }
        Collections.reverse(ids);
        assertThat(page("&limit=2&page=1").getList("items.id", Long.class)).isEqualTo(ids.subList(0, 2));
        var second = page("&limit=2&page=2");
        assertThat(second.getList("items.id", Long.class)).isEqualTo(ids.subList(2, 4));
        assertThat(page("&limit=2&cursor=" + second.getString("page.next")).getList("items.id", Long.class))
                .isEqualTo(ids.subList(4, 5));
        assertThat(page("&limit=2&cursor=" + second.getString("page.prev")).getList("items.id", Long.class))
                .isEqualTo(ids.subList(0, 2));
        list("&limit=2&page=9").body("items", empty(), "page.next", nullValue());
    }

    @Test
    void pages_by_number_end_at_ten_thousand_rows() {
        list("&limit=100&page=100").body("items", empty());
        refused("&limit=100&page=101", "page");
        refused("&page=501", "page");
        refused("&limit=1&page=10001", "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&sort=published", "&sort=title", "&status=draft", "&search=x", "&descendants=true"})
    void a_cursor_of_one_query_is_refused_by_another(String other) {
        post("One").write();
        post("Two").write();
        var next = page("&limit=1").getString("page.next");
        refused("&limit=1&cursor=" + next + other, "cursor");
    }

    @Test
    void a_cursor_serves_another_limit_and_other_fields() {
        post("One").write();
        post("Two").write();
        var next = page("&limit=1").getString("page.next");
        list("&limit=2&fields=id&include=content&cursor=" + next).body("items", hasSize(1));
    }

    @Test
    void the_total_is_counted_only_on_request_and_never_depends_on_the_page() {
        post("One").write();
        post("Two").write();
        post("Three").write();
        list("").body("page", not(hasKey("total")));
        list("&count=false").body("page", not(hasKey("total")));
        list("&count=true&limit=1").body("page.total", is(3), "page.limit", is(1));
        list("&count=true&limit=2&page=2").body("page.total", is(3));
    }

    @Test
    void links_lead_to_the_pages_around() {
        for (int i = 0; i < 3; i++) {
            post("Linked").write();
        }
        var first = list("&limit=1").extract();
        assertThat(first.headers().getValues("Link")).hasSize(1);
        var next = target(first.header("Link"), "next");
        var second = given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .extract();
        assertThat(second.jsonPath().getList("items.id"))
                .isEqualTo(page("&limit=1&page=2").getList("items.id"));
        var links = second.headers().getValues("Link");
        assertThat(links).hasSize(2);
        assertThat(given().urlEncodingEnabled(false)
                        .get(target(links.get(1), "prev"))
                        .jsonPath()
                        .getList("items.id"))
                .isEqualTo(first.jsonPath().getList("items.id"));
        assertThat(list("&limit=1&page=2").extract().headers().getValues("Link"))
                .anyMatch(link -> link.contains("page=3") && link.contains("rel=\"next\""))
                .anyMatch(link -> link.contains("page=1") && link.contains("rel=\"prev\""));
    }

    @Test
    void cache_tags_name_what_may_come_to_match() {
        var category = blog.category(unique("Empty"));
        var post = post("Tagged").with("categoryIds", List.of(category.id())).write();
        var unknown = unique("none").toLowerCase(Locale.ROOT);

        assertThat(tags("posts?category=" + category.slug()))
                .contains("post-" + post.id(), "category-" + category.id(), "term-" + category.id())
                .doesNotContain("terms", "users", "posts");
        assertThat(tags("posts?category=" + unknown)).containsExactlyInAnyOrder("terms", "settings");
        assertThat(tags("posts?tag=-" + unknown + "&search=" + unknown))
                .containsExactlyInAnyOrder("posts", "terms", "settings");
        assertThat(tags("posts?author=" + unknown)).containsExactlyInAnyOrder("posts", "users", "settings");
        assertThat(tags("pages?author=" + unknown)).containsExactlyInAnyOrder("pages", "users", "settings");
    }

    private static List<String> tags(String list) {
        return List.of(given().get("/api/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .header("Surrogate-Key")
                .split(" "));
    }

    @Test
    void links_keep_the_other_parameters_as_they_were_sent() {
        var word = unique("Encoded");
        post(word + " one").write();
        post(word + " two").write();
        var link = given().urlEncodingEnabled(false)
                .get("/api/v1/posts?%6cimit=1&search=%22" + word + "%22&pag%65=1")
                .then()
                .statusCode(200)
                .extract()
                .header("Link");

        assertThat(link).isEqualTo("</api/v1/posts?%6cimit=1&search=%22" + word + "%22&page=2>; rel=\"next\"");
    }

    // --- Filters --------------------------------------------------------------------------------

    @Test
    void categories_and_tags_compose_by_any_all_and_none() {
        var red = blog.category(unique("Red"));
        var blue = blog.category(unique("Blue"));
        var sea = blog.tag(unique("Sea"));
        var onlyRed = id(post("Red").in(red));
        var onlyBlue = id(post("Blue").in(blue));
        var both = id(post("Both").in(red, blue).tagged(tag, sea));

        ids("&category=" + red.slug(), both, onlyRed);
        ids("&category=" + red.slug() + "," + blue.slug(), both, onlyBlue, onlyRed);
        ids("&category=" + red.slug() + "&category=" + blue.slug(), both);
        ids("&category=-" + red.slug(), onlyBlue);
        ids("&category=-" + red.slug() + "," + blue.slug());
        ids("&category=" + blue.slug() + "&category=-" + red.slug(), onlyBlue);
        ids("&tag=" + sea.slug(), both);
        ids("&tag=-" + sea.slug(), onlyBlue, onlyRed);
        ids("&category=" + red.slug() + "&tag=-" + sea.slug(), onlyRed);
        ids("&category=" + red.slug() + "&sort=id", onlyRed, both);
        ids("&category=" + red.slug() + "&category=" + blue.slug() + "&sort=title", both);
    }

    @Test
    void a_category_leaves_out_those_below_it_unless_asked() {
        var top = blog.category(unique("Top"));
        var middle = blog.categoryBelow(top, unique("Middle"));
        var bottom = blog.categoryBelow(middle, unique("Bottom"));
        var inTop = id(post("Top").in(top));
        var inBottom = id(post("Bottom").in(bottom));
        ids("&category=" + top.slug(), inTop);
        ids("&category=" + top.slug() + "&descendants=true", inBottom, inTop);
        ids("&category=" + top.slug() + "&descendants=true&sort=id", inTop, inBottom);
        ids("&category=" + middle.slug() + "&descendants=true", inBottom);
        ids("&category=-" + middle.slug() + "&descendants=true", inTop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "author", "slug", "field[nothing]", "search"})
    void what_does_not_exist_is_an_empty_list(String name) {
        post("One").write();
        list("&" + name + "=nothing-of-that-name").body("items", empty());
        list("&count=true&" + name + "=nothing-of-that-name").body("page.total", is(0));
    }

    @Test
    void an_unknown_category_that_is_excluded_excludes_nothing() {
        var one = id(post("One"));
        ids("&category=-nothing-of-that-name", one);
        ids("&category=nothing-of-that-name&descendants=true");
        ids("&category=-nothing-of-that-name&descendants=true", one);
        ids("&author=-nothing-of-that-name", one);
    }

    @Test
    void posts_are_found_by_author_and_slug() {
        var one = post("One").write();
        var two = post("Two").write();
        ids("&slug=" + one.slug(), one.id());
        ids("&slug=" + one.slug() + "," + two.slug(), two.id(), one.id());
        ids("&author=administrator", two.id(), one.id());
        ids("&author=administrator,nobody", two.id(), one.id());
        ids("&author=-administrator");
    }

    @Test
    void search_looks_into_title_excerpt_and_text_in_any_case() {
        var title = id(post("The Lighthouse"));
        var excerpt = id(post("A").with("excerpt", "near the lightHOUSE"));
        var text = id(post("B").saying("in *light*house`s` shadow"));
        id(post("C").saying("A <!-- lighthouse --> [x](https://lighthouse.example)"));
        ids("&search=LIGHTHOUSE", text, excerpt, title);
        ids("&search=lighthouse&limit=1&sort=id", title);
    }

    @Test
    void search_finds_all_words_in_any_order_wherever_they_stand() {
        var guide = id(post("Don\u2019t Panic: a guide").saying("The choir of old Saltmere sings."));
        var other = id(post("Saltmere").saying("A guide to the harbour."));

        search("choir saltmere", guide);
        search("guide panic", guide);
        search("SALTMERE guide", other, guide);
        search("\"old saltmere\"", guide);
        search("\"saltmere old\"");
        search("choir harbour");
    }

    @Test
    void search_takes_no_notice_of_case_accents_and_printed_signs() {
        var cafe = id(post("Café").saying("It\u2019s crème brûlée at" + " eight\u2013nine\u00a0o\u2019clock."));
        var greek = id(post("Ελλάδα").saying("Ο ΣΊΣΥΦΟΣ και ο βράχος"));

        search("it's", cafe);
        search("it\u2019s creme", cafe);
        search("BR\u00dbL\u00c9E", cafe);
        search("\"eight-nine o'clock\"", cafe);
        search("σισυφος", greek);
        search("ελλαδα βραχος", greek);
    }

    @Test
    void words_are_read_as_those_of_wordpress_clients_are() {
        var both = id(post("Harbour").saying("The ferry sails at dawn."));
        var one = id(post("Harbour").saying("No boat today."));

        search("harbour ferry", both);
        search("harbour -ferry", one);
        search("where is the harbour", one, both);
        search("\"the ferry\" harbour", both);
        for (var text : List.of("harbour ferry", "harbour -ferry", "where is the harbour", "dawn, sails")) {
            assertThat(given().queryParam("search", text)
                            .queryParam("tags", tag.id())
                            .get("/wp-json/wp/v2/posts")
                            .jsonPath()
                            .getList("id", Long.class))
                    .as(text)
                    .isEqualTo(given().queryParam("search", text)
                            .queryParam("tag", tag.slug())
                            .get(POSTS)
                            .jsonPath()
                            .getList("items.id", Long.class));
        }
    }

    @Test
    void ids_choose_or_leave_out_and_what_a_reader_may_not_see_is_omitted() {
        var one = id(post("One"));
        var two = id(post("Two"));
        var hidden = id(post("Hidden").with("status", "private"));

        ids("&ids=" + one + "," + two + "," + hidden + ",999999999", one, two);
        ids("&ids=" + two + "&ids=" + one + "&ids=" + two, two, one);
        ids("&sort=-published&ids=" + one + "," + two, two, one);
        ids("&sort=-published&limit=1&ids=" + one + "," + two, two);
        ids("&page=1&limit=2&count=true&ids=" + one + "," + two, one, two);
        refused("&limit=1&ids=" + one + "," + two, "limit");
        refused("&page=2&ids=" + one + "," + two, "page");
        ids("&exclude=" + two, one);
        ids("&exclude=" + two + "&exclude=" + one);
        ids("&ids=" + one + "," + two + "&exclude=" + one, two);
        editorsIds("&status=private&ids=" + hidden, hidden);
    }

    @Test
    void protected_posts_can_be_left_out() {
        var open = id(post("Open"));
        var closed = id(post("Closed").with("password", "sesame"));

        ids("&protected=false", open);
        ids("&protected=true", closed);
        ids("", closed, open);
        list("&protected=false&count=true").body("page.total", is(1));
    }

    @Test
    void a_repeated_list_parameter_means_what_commas_mean() {
        var one = post("Repeated").write();
        var two = post("Repeated").write();
        for (var repeated : List.of(
                "slug=%s&slug=%s".formatted(one.slug(), two.slug()),
                "author=administrator&author=nobody",
                "status=published&status=private",
                "include=content&include=formerSlugs&fields=id&fields=content,formerSlugs")) {
            var name = repeated.substring(0, repeated.indexOf('='));
            var joined = repeated.replace("&fields=content", ",content").replace("&" + name + "=", ",");
            list("&" + repeated).body(is(list("&" + joined).extract().asString()));
        }
        ids("&slug=" + one.slug() + "&slug=" + two.slug(), two.id(), one.id());
        ids("&author=-administrator&author=nobody");
    }

    @Test
    void a_counted_list_tells_how_many_pages_it_has() {
        for (int i = 0; i < 5; i++) {
            post("Counted").write();
        }
        list("&count=true&limit=2").body("page.total", is(5), "page.totalPages", is(3));
        list("&count=true&limit=5").body("page.totalPages", is(1));
        list("&count=true&slug=nothing-of-that-name").body("page.totalPages", is(0));
        list("").body("page", not(hasKey("totalPages")));
    }

    @Test
    void former_slugs_are_in_lists_that_include_them() {
        var renamed = post("Renamed").write();
        var other = post("Other").write();
        blog.asking()
                .body(Map.of("slug", Blog.unique("renamed-")))
                .patch(renamed.path())
                .then()
                .statusCode(200);

        list("&include=formerSlugs&fields=id,formerSlugs")
                .body("items.id", contains((int) other.id(), (int) renamed.id()))
                .body("items.formerSlugs", contains(List.of(), List.of(renamed.slug())));
        var page =
                blog.page(Blog.unique("Renamed ")).with("status", "published").write();
        blog.asking()
                .body(Map.of("slug", Blog.unique("renamed-")))
                .patch(page.path())
                .then()
                .statusCode(200);
        given().get("/api/v1/pages?include=formerSlugs&ids=" + page.id())
                .then()
                .body("items.formerSlugs", contains(List.of(page.slug())));
    }

    @ParameterizedTest
    @CsvSource({
        "posts, previous",
        "users, email",
        "media, content",
        "comments, replies",
        "comments, editToken",
        "imports, warnings",
        "me/tokens, token",
        "me/application-passwords, password",
    })
    void a_field_that_a_list_never_shows_is_refused(String list, String field) {
        blog.asking()
                .get("/api/v1/" + list + (list.contains("?") ? "&" : "?") + "fields=" + field + ",id")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("fields"))
                .body("errors[0].detail", startsWith("There is no field '" + field + "'"))
                .body("errors[0].detail", containsString("; the fields are: "))
                .body("errors[0].detail", not(containsString(field + ", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "posts, content, include=content",
        "posts, content.html, include=content",
        "pages, content, include=content",
        "pages, formerSlugs, include=formerSlugs",
        "categories, formerSlugs, include=formerSlugs",
        "tags, formerSlugs, include=formerSlugs",
        "posts/{post}, previous.title, include=previous",
        "posts/{post}, next, include=next",
        "posts/{post}/comments, replies.items.id, view=tree",
    })
    void a_field_that_must_be_asked_for_is_refused_with_what_asks_for_it(String path, String field, String asking) {
        var at = "/api/v1/"
                + path.replace("{post}", "" + id(post("Asked")))
                        .replace("{page}", "" + blog.page("Asked").write().id());
        blog.asking()
                .get(at + "?fields=" + field)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("fields"))
                .body("errors[0].detail", containsString(" requires " + asking + "; the fields"))
                .body("errors[0].detail", containsString("id"));
        blog.asking().get(at + "?fields=" + field + "&" + asking).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "posts/{post}/comments, post",
        "posts/{post}/comments?view=tree, replies.items.editToken",
        "posts/{post}/comments?view=tree, replies.items.post",
    })
    void comments_of_one_post_do_not_show_it(String path, String field) {
        var at = "/api/v1/" + path.replace("{post}", "" + id(post("Discussed")));
        given().get(at + (at.contains("?") ? "&" : "?") + "fields=" + field)
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("There is no field '"));
    }

    @Test
    void more_words_than_a_search_takes_are_refused_by_name() {
        var words = IntStream.range(0, 21).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        given().get(POSTS + "?search=" + words)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("search"), "errors[0].code", is("too_many_words"));
    }

    @ParameterizedTest
    @CsvSource({"%25, 100%", "_, snake_case", "\\, back\\slash", "%25%25, 100%%", "%27, it's"})
    void signs_that_mean_something_in_sql_are_searched_as_they_are(String sign, String title) {
        post("Plain words, nothing else").write();
        var found = id(post(title));
        given().urlEncodingEnabled(false)
                .get(POSTS + "?tag=" + tag.slug() + "&search=" + sign.replace("\\", "%5C"))
                .then()
                .statusCode(200)
                .body("items.id", contains((int) found));
    }

    @Test
    void ranges_of_time_have_their_first_moment_and_not_their_last() {
        var first = id(post("1").with("publishedAt", "2020-05-01T00:00:00Z"));
        var second = id(post("2").with("publishedAt", "2020-05-02T00:00:00Z"));
        var third = id(post("3").with("publishedAt", "2020-05-03T00:00:00Z"));
        ids("&publishedFrom=2020-05-02T00:00:00Z", third, second);
        ids("&publishedUntil=2020-05-02T00:00:00Z", first);
        ids("&publishedFrom=2020-05-02T00:00:00Z&publishedUntil=2020-05-03T00:00:00Z", second);
        ids("&publishedFrom=2020-05-02T02:00:00%2B02:00&publishedUntil=2020-05-03T00:00:00Z", second);
        ids("&publishedFrom=2020-05-03T00:00:00Z&publishedUntil=2020-05-01T00:00:00Z");
        ids("&publishedFrom=0001-01-01T00:00:00Z&publishedUntil=9999-12-31T23:59:59Z", third, second, first);
    }

    @Test
    void what_changed_since_a_moment_comes_in_the_order_of_its_changes() {
        var one = post("One").write();
        var two = post("Two").write();
        blog.asking().body("{\"template\": \"x\"}").patch(one.path()).then().statusCode(200);
        var since = one.json().getString("updatedAt");
        ids("&updatedFrom=" + since, one.id(), two.id());
        ids("&updatedFrom=" + since + "&sort=id", one.id(), two.id());
        ids("&updatedUntil=" + since);
        ids("&updatedFrom=2990-01-01T00:00:00Z");
    }

    @Test
    void sticky_posts_are_told_from_others() {
        var sticky = id(post("Sticky").with("sticky", true));
        var other = id(post("Other"));
        ids("&sticky=true", sticky);
        ids("&sticky=false", other);
        ids("", other, sticky);
    }

    @Test
    void statuses_are_any_of_these_and_published_by_default() {
        var published = id(post("Published"));
        var draft = id(blog.draft("Draft").tagged(tag));
        var pending = id(blog.draft("Pending").with("status", "pending").tagged(tag));
        editorsIds("", published);
        editorsIds("&status=draft", draft);
        editorsIds("&status=draft,pending", pending, draft);
        editorsIds("&status=draft,published,pending", pending, draft, published);
        ids("&status=draft,published,pending", published);
        ids("&status=draft");
    }

    @Test
    void custom_fields_are_compared_as_text_numbers_and_flags() {
        var text = id(post("Text").with("customFields", Map.of("kind", "red wine", "n", "4")));
        var number = id(post("Number").with("customFields", Map.of("n", 4, "price", 4.50)));
        var flag = id(post("Flag").with("customFields", Map.of("b", true, "n", List.of(4))));
        ids("&field[kind]=red%20wine", text);
        ids("&field[kind]=red");
        ids("&field[kind]=RED%20WINE");
        ids("&field[n]=4", number, text);
        ids("&field[price]=4.5", number);
        ids("&field[b]=true", flag);
        ids("&field[b]=false");
        ids("&field[n]=4&field[price]=4.5", number);
        ids("&field[n]=4&field[kind]=red%20wine&sort=id", text);
        refused("&field[a]=1&field[a]=2", "field[a]");
        refused("&field[a]=1&field[b]=1&field[c]=1&field[d]=1&field[e]=1&field[f]=1", "field");
    }

    @Test
    void a_custom_field_that_is_changed_or_removed_is_found_by_its_new_value_only() {
        var post = post("Changing").with("customFields", Map.of("a", 1, "b", 2)).write();
        blog.asking()
                .body("{\"customFields\": {\"a\": 3, \"b\": null}}")
                .patch(post.path())
                .then()
                .statusCode(200);
        ids("&field[a]=1");
        ids("&field[b]=2");
        ids("&field[a]=3", post.id());
    }

    @Test
    void all_filters_at_once_still_find_the_one_post() {
        var category = blog.category(unique("All"));
        var wanted = post("Needle")
                .in(category)
                .saying("haystack")
                .with("sticky", true)
                .with("publishedAt", NOON)
                .with("customFields", Map.of("a", 1))
                .write();
        post("Needle").in(category).write();
        ids(
                "&status=published,draft&category="
                        + category.slug()
                        + "&descendants=true&author=administrator&slug="
                        + wanted.slug()
                        + "&search=needle&publishedFrom="
                        + NOON
                        + "&publishedUntil=2020-05-05T12:00:01Z&updatedFrom="
                        + NOON
                        + "&updatedUntil=2999-01-01T00:00:00Z&sticky=true&field[a]=1&sort=-title&count=true",
                wanted.id());
    }

    // --- Order ----------------------------------------------------------------------------------

    @Test
    void each_sort_key_orders_both_ways() {
        var b = post("beta").with("publishedAt", "2020-01-03T00:00:00Z").write();
        var a = post("Älpha").with("publishedAt", "2020-01-01T00:00:00Z").write();
        var c = post("Gamma").with("publishedAt", "2020-01-02T00:00:00Z").write();
        blog.asking().body("{\"template\": \"x\"}").patch(b.path()).then().statusCode(200);
        ordered("published", a, c, b);
        ordered("created", b, a, c);
        ordered("updated", a, c, b);
        ordered("title", a, b, c);
        ordered("id", b, a, c);
        ids("", b.id(), c.id(), a.id());
    }

    // --- Form -----------------------------------------------------------------------------------

    @Test
    void items_are_references_without_text_unless_it_is_asked_for() {
        post("Item").saying("The text.").write();
        list("").body(
                        "items[0].author.name", is("Administrator"),
                        "items[0].categories[0].slug", is("uncategorized"),
                        "items[0].tags[0].id", is((int) tag.id()),
                        "items[0].commentCount", is(0))
                .body("items[0]", not(hasKey("content")))
                .body("items[0]", not(hasKey("formerSlugs")))
                .body("items[0]", not(hasKey("previous")));
        list("&include=content,featuredMedia")
                .body(
                        "items[0].content.html", is("<p>The text.</p>\n"),
                        "items[0].featuredMedia", nullValue())
                .body("items[0].content", not(hasKey("source")));
    }

    @Test
    void fields_narrow_every_item() {
        post("One").write();
        post("Two").write();
        var answer = page("&fields=id,author.slug,tags.name");
        assertThat(answer.<Map<String, Object>>getList("items")).hasSize(2).allSatisfy(item -> {
            assertThat(item).containsOnlyKeys("id", "author", "tags");
            assertThat(item.get("author")).isEqualTo(Map.of("slug", "administrator"));
        });
        list("&fields=title").body("items.id", everyItem(nullValue()), "page.limit", is(20));
        list("&include=content&fields=content.html")
                .body("items[0].content", hasKey("html"), "items[0].content", not(hasKey("format")));
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        post("One").write();
        var etag = list("").header("ETag", notNullValue()).extract().header("ETag");
        given().header("If-None-Match", etag)
                .get(POSTS + "?tag=" + tag.slug())
                .then()
                .statusCode(304);
        post("Two").write();
        given().header("If-None-Match", etag)
                .get(POSTS + "?tag=" + tag.slug())
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("s-maxage"));
    }

    // --- Words of these tests -------------------------------------------------------------------

    private Blog.NewContent post(String title) {
        return blog.published(title).tagged(tag);
    }

    private static long id(Blog.NewContent post) {
        return post.write().id();
    }

    private ValidatableResponse list(String query) {
        return given().urlEncodingEnabled(false)
                .get(POSTS + "?tag=" + tag.slug() + query)
                .then()
                .statusCode(200);
    }

    private JsonPath page(String query) {
        return list(query).extract().jsonPath();
    }

    private void ids(String query, Long... expected) {
        assertThat(page(query).getList("items.id", Long.class)).as(query).containsExactly(expected);
    }

    private void search(String text, Long... expected) {
        ids("&search=" + URLEncoder.encode(text, StandardCharsets.UTF_8), expected);
    }

    private void editorsIds(String query, Long... expected) {
        var answer =
                blog.asking().get(POSTS + "?tag=" + tag.slug() + query).then().statusCode(200);
        assertThat(answer.extract().jsonPath().getList("items.id", Long.class))
                .as(query)
                .containsExactly(expected);
    }

    private void ordered(String key, Blog.Content first, Blog.Content second, Blog.Content third) {
        ids("&sort=" + key, first.id(), second.id(), third.id());
        ids("&sort=-" + key, third.id(), second.id(), first.id());
    }

    private void refused(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get(POSTS + "?tag=" + tag.slug() + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", is(List.of(parameter)));
    }

    private static String target(String link, String relation) {
        assertThat(link).endsWith("; rel=\"" + relation + "\"").startsWith("</api/v1/posts?");
        return link.substring(1, link.indexOf('>'));
    }
}
