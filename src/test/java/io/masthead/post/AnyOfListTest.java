package io.masthead.post;

import static io.masthead.testsupport.Blog.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of any of several terms or statuses shows each post once, in the order of every other list. */
@OnBothDatabases
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the posts are written once
class AnyOfListTest {

    private static final String POSTS = "/api/v1/posts?";

    /** A tag of all posts of this test, so that another list of them can be compared. */
    private Blog.Term all;

    private Blog.Term red;
    private Blog.Term blue;
    private Blog.Term green;
    private Blog.Term top;
    private Blog.Term below;
    private Blog.Term beside;
    private final Blog blog = Blog.ofAdministrator();

    @BeforeEach
    void posts_with_several_terms_in_several_statuses() {
        if (all != null) {
            return;
        }
        red = blog.tag(unique("Red "));
        blue = blog.tag(unique("Blue "));
        green = blog.tag(unique("Green "));
        top = blog.category(unique("Top "));
        below = blog.categoryBelow(top, unique("Below "));
        beside = blog.category(unique("Beside "));
        var tag = blog.tag(unique("All "));
        var statuses = List.of("published", "published", "published", "draft", "private");
        for (int i = 0; i < 24; i++) {
            var tags = new ArrayList<>(List.of(tag));
            addIf((i & 1) != 0, tags, red);
            addIf((i & 2) != 0, tags, blue);
            addIf(i % 5 == 0, tags, green);
            var categories = new ArrayList<Blog.Term>();
            addIf(i % 3 == 0, categories, top);
            addIf(i % 4 != 1, categories, below);
            addIf(i % 3 == 1, categories, beside);
            blog.draft("Title " + i % 4)
                    .with("status", statuses.get(i % statuses.size()))
                    .with("publishedAt", "2020-05-%02dT12:00:00Z".formatted(1 + i * 7 % 10))
                    .with("sticky", i % 6 == 0)
                    .in(categories.toArray(Blog.Term[]::new))
                    .tagged(tags.toArray(Blog.Term[]::new))
                    .write();
        }
        all = tag;
    }

    private static void addIf(boolean wanted, List<Blog.Term> terms, Blog.Term term) {
        if (wanted) {
            terms.add(term);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-published", "published", "title"})
    void each_post_of_several_terms_comes_once_in_both_directions(String sort) {
        for (var filter : List.of(
                "tag=RED,BLUE",
                "tag=RED,BLUE,GREEN,nothing-of-that-name",
                "tag=RED,BLUE&tag=-GREEN",
                "tag=RED,BLUE&tag=GREEN",
                "tag=RED,GREEN&category=BESIDE,TOP",
                "tag=RED,GREEN&category=TOP&descendants=true",
                "category=TOP&descendants=true",
                "category=BELOW&descendants=true",
                "category=TOP,BESIDE&descendants=true",
                "tag=RED,BLUE&sticky=true",
                "tag=RED,BLUE&publishedFrom=2020-05-03T00:00:00Z&publishedUntil=2020-05-08T00:00:00Z")) {
            compare(filter, "published", sort);
        }
        compare("tag=RED,GREEN", "published,draft,private", sort);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-published",
                "published",
                "-created",
                "created",
                "-updated",
                "updated",
                "-title",
                "title",
                "-id",
                "id"
            })
    void each_post_of_several_statuses_comes_once_in_both_directions(String sort) {
        compare("tag=RED", "published,draft", sort);
        compare("tag=RED,BLUE&tag=-GREEN", "private,draft,draft", sort);
    }

    @Test
    void more_values_than_are_read_one_by_one_make_the_same_list() {
        var others = IntStream.range(0, 30).mapToObj(i -> "nothing-" + i).collect(Collectors.joining(","));
        for (var sort : List.of("-published", "title")) {
            compare("tag=RED,BLUE," + others, "published,draft", sort);
        }
    }

    /** Pages through the list, and compares it with what the list of all posts has of it. */
    private void compare(String filter, String statuses, String sort) {
        var list = "status=" + statuses + "&sort=" + sort + "&" + filter;
        var expected = read("status=published,draft,private&limit=100&tag=ALL&sort=" + sort)
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(item -> List.of(statuses.split(",", -1)).contains(item.get("status")))
                .filter(item -> matches(item, filter))
                .map(item -> ((Number) item.get("id")).longValue())
                .toList();
        assertThat(expected).as(list).isNotEmpty();

        var forwards = new ArrayList<Long>();
        var page = read(list + "&limit=4&count=true");
        var last = page;
        while (page != null) {
            assertThat(page.getInt("page.total")).as(list).isEqualTo(expected.size());
            forwards.addAll(ids(page));
            last = page;
            page = next(page, list, "page.next");
        }
        assertThat(forwards).as(list).isEqualTo(expected);

        var backwards = new ArrayList<>(reversed(ids(last)));
        for (page = next(last, list, "page.prev"); page != null; page = next(page, list, "page.prev")) {
            backwards.addAll(reversed(ids(page)));
        }
        assertThat(backwards).as("back through " + list).isEqualTo(reversed(expected));

        assertThat(ids(read(list + "&limit=5&page=2")))
                .as("second page of " + list)
                .isEqualTo(expected.subList(Math.min(5, expected.size()), Math.min(10, expected.size())));
    }

    private JsonPath next(JsonPath page, String list, String place) {
        var cursor = page.getString(place);
        return cursor == null ? null : read(list + "&limit=4&count=true&cursor=" + cursor);
    }

    private static List<Long> reversed(List<Long> ids) {
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What the parameters of the test mean, said once more. */
    private boolean matches(Map<String, Object> item, String filter) {
        var withDescendants = filter.contains("descendants=true");
        for (var parameter : filter.split("&", -1)) {
            var name = parameter.substring(0, parameter.indexOf('='));
            var value = parameter.substring(parameter.indexOf('=') + 1);
            var holds = switch (name) {
                case "tag" -> value.startsWith("-") != hasAny(item, "tags", value.replace("-", ""), false);
                case "category" -> hasAny(item, "categories", value, withDescendants);
                case "sticky" -> item.get("sticky").toString().equals(value);
                case "publishedFrom" -> item.get("publishedAt").toString().compareTo(value) >= 0;
                case "publishedUntil" -> item.get("publishedAt").toString().compareTo(value) < 0;
                default -> true;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAny(Map<String, Object> item, String kind, String names, boolean withDescendants) {
        var wanted = new ArrayList<>(List.of(named(names).split(",", -1)));
        if (withDescendants && wanted.contains(top.slug())) {
            wanted.add(below.slug());
        }
        return ((List<?>) item.get(kind))
                .stream()
                        .anyMatch(term ->
                                wanted.contains(((Map<?, ?>) term).get("slug").toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "tags=RED&tax_relation=OR&categories=BESIDE, tag=RED, category=BESIDE",
        "'tags=RED,BLUE', 'tag=RED,BLUE', tag=ALL",
        "categories[terms]=TOP&categories[include_children]=true, category=TOP&descendants=true, tag=ALL",
        "'tags=RED,BLUE&categories_exclude=BESIDE', 'tag=RED,BLUE&category=-BESIDE', tag=ALL",
    })
    void wordpress_pages_by_number_and_counts(String query, String native1, String native2) {
        var one = ids(read(native1 + "&limit=100"));
        var expected = query.contains("OR")
                ? ids(read("tag=ALL&limit=100")).stream()
                        .filter(id -> one.contains(id)
                                || ids(read(native2 + "&limit=100")).contains(id))
                        .toList()
                : one;
        var found = new ArrayList<Long>();
        for (int page = 1; found.size() < expected.size(); page++) {
            var answer = blog.asking()
                    .urlEncodingEnabled(false)
                    .get("/wp-json/wp/v2/posts?per_page=4&page=" + page + "&" + withIds(query))
                    .then()
                    .statusCode(200)
                    .header("X-WP-Total", Integer.toString(expected.size()))
                    .extract()
                    .jsonPath();
            found.addAll(answer.getList("id", Long.class));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_term_of_the_other_kind_matches_nothing() {
        var answer = blog.asking()
                .get("/wp-json/wp/v2/posts?tags=" + red.id() + "," + top.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getList("id", Long.class)).isEqualTo(ids(read("tag=RED&limit=10")));
    }

    @Test
    void an_author_sees_their_own_drafts_among_all_that_is_published() {
        var token = new Tokens().of(Role.AUTHOR);
        var mine = blog.tag(unique("Mine "));
        var own = Blog.of(token).draft("Own draft").tagged(mine).write().id();
        var expected = new ArrayList<>(List.of(own));
        expected.addAll(ids(read("tag=RED&limit=100")));

        var seen = ids(Blog.of(token)
                .asking()
                .urlEncodingEnabled(false)
                .get(POSTS + named("limit=100&status=draft,published&tag=RED,") + mine.slug())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        assertThat(seen).isEqualTo(expected);
    }

    private JsonPath read(String query) {
        return blog.asking()
                .urlEncodingEnabled(false)
                .get(POSTS + named(query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Long> ids(JsonPath page) {
        return page.getList("items.id", Long.class);
    }

    private String named(String query) {
        return query.replace("RED", red.slug())
                .replace("BLUE", blue.slug())
                .replace("GREEN", green.slug())
                .replace("TOP", top.slug())
                .replace("BELOW", below.slug())
                .replace("BESIDE", beside.slug())
                .replace("ALL", all.slug());
    }

    private String withIds(String query) {
        return query.replace("RED", Long.toString(red.id()))
                .replace("BLUE", Long.toString(blue.id()))
                .replace("TOP", Long.toString(top.id()))
                .replace("BESIDE", Long.toString(beside.id()));
    }
}
