package io.masthead.wp.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Site;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@OnBothDatabases
@QuarkusTest
class FeedResourceTest {

    private static final String SITE = "https://gazette.example";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String SLASH = "http://purl.org/rss/1.0/modules/slash/";
    private static final String WFW = "http://wellformedweb.org/CommentAPI/";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void a_site_of_its_own() {
        site.with(Map.of(
                "url",
                SITE,
                "title",
                "The <Gazette>",
                "description",
                "News & more",
                "language",
                "en-GB",
                "permalinkStructure",
                "/%year%/%monthnum%/%day%/%postname%/"));
        discussion.open();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
        site.putBack();
    }

    @Test
    void a_feed_reader_gets_the_latest_posts_in_rss() {
        var category = blog.category(Blog.unique("News & "));
        var tag = blog.tag(Blog.unique("tag "));
        var post = blog.published(Blog.unique("Über <b>🎉</b> "))
                .saying("Some *text* & more")
                .in(category)
                .tagged(tag)
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        Reader.guest().says("Well said").storedOn(post);

        var answer = get("/category/" + category.slug() + "/feed/");
        answer.then().statusCode(200).contentType("application/rss+xml;charset=UTF-8");
        var channel = child(xml(answer).getDocumentElement(), null, "channel");
        assertThat(text(channel, null, "title")).endsWith(" \u2013 The <Gazette>");
        assertThat(text(channel, null, "link")).isEqualTo(SITE);
        assertThat(text(channel, null, "description")).isEqualTo("News & more");
        assertThat(text(channel, null, "language")).isEqualTo("en-GB");
        assertThat(child(channel, ATOM, "link").getAttribute("href"))
                .isEqualTo(SITE + "/category/" + category.slug() + "/feed/");
        var item = child(channel, null, "item");
        var link = SITE + "/2024/03/01/" + post.slug() + "/";
        assertThat(text(item, null, "title")).isEqualTo(post.json().getString("title"));
        assertThat(text(item, null, "link")).isEqualTo(link);
        assertThat(text(item, null, "guid")).isEqualTo(SITE + "/?p=" + post.id());
        assertThat(child(item, null, "guid").getAttribute("isPermaLink")).isEqualTo("false");
        assertThat(text(item, null, "pubDate")).isEqualTo("Fri, 01 Mar 2024 10:00:00 +0000");
        assertThat(text(item, DC, "creator")).isEqualTo(post.json().getString("author.name"));
        assertThat(texts(item, "category"))
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(text(item, null, "description")).isEqualTo("Some text &amp; more");
        assertThat(text(item, CONTENT, "encoded").strip()).isEqualTo("<p>Some <em>text</em> &amp; more</p>");
        assertThat(text(item, null, "comments")).isEqualTo(link + "#comments");
        assertThat(text(item, WFW, "commentRss")).isEqualTo(link + "feed/");
        assertThat(text(item, SLASH, "comments")).isEqualTo("1");
    }

    @Test
    void the_same_is_there_in_atom_and_in_json() {
        var tag = blog.tag(Blog.unique("tag "));
        var post = blog.published(Blog.unique("Post "))
                .saying("Text")
                .tagged(tag)
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        var link = SITE + "/2024/03/01/" + post.slug() + "/";

        var atom = get("/tag/" + tag.slug() + "/feed/atom/");
        atom.then().statusCode(200).contentType("application/atom+xml;charset=UTF-8");
        var feed = xml(atom).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(feed, ATOM, "id")).isEqualTo(SITE + "/tag/" + tag.slug() + "/feed/atom/");
        assertThat(Instant.parse(text(feed, ATOM, "updated"))).isNotNull();
        var entry = child(feed, ATOM, "entry");
        assertThat(text(entry, ATOM, "id")).isEqualTo(SITE + "/?p=" + post.id());
        assertThat(text(entry, ATOM, "published")).isEqualTo("2024-03-01T10:00:00Z");
        assertThat(text(entry, ATOM, "content")).isEqualTo("<p>Text</p>\n");
        assertThat(child(entry, ATOM, "link").getAttribute("href")).isEqualTo(link);
        assertThat(text(child(entry, ATOM, "author"), ATOM, "name")).isNotBlank();

        get("/tag/" + tag.slug() + "/feed/json/")
                .then()
                .statusCode(200)
                .contentType("application/feed+json;charset=UTF-8")
                .body(
                        "version", is("https://jsonfeed.org/version/1.1"),
                        "feed_url", is(SITE + "/tag/" + tag.slug() + "/feed/json/"),
                        "home_page_url", is(SITE),
                        "items.size()", is(1),
                        "items[0].id", is(SITE + "/?p=" + post.id()),
                        "items[0].url", is(link),
                        "items[0].content_html", is("<p>Text</p>\n"),
                        "items[0].date_published", is("2024-03-01T10:00:00Z"),
                        "items[0].authors[0].name", notNullValue(),
                        "items[0].tags.size()", is(2));
    }

    @Test
    void the_site_has_a_feed_of_all_posts_and_one_of_all_comments() {
        var post = blog.published(Blog.unique("Latest ")).write();
        var said = Reader.guest().says("Said <b>so</b>").storedOn(post);

        assertThat(get("/feed/").asString()).contains(post.slug());
        assertThat(get("/feed").asString()).contains(post.slug());
        assertThat(get("/feed/rss2/").asString()).contains(post.slug());
        assertThat(get("/?feed=rss2").asString()).contains(post.slug());
        var comments = get("/comments/feed/").asString();
        assertThat(comments)
                .contains(
                        "Comments for The", "#comment-" + said.id(), post.json().getString("title"));
        assertThat(get("/?feed=comments-atom").asString()).contains("#comment-" + said.id());
        assertThat(get("/comments/feed/atom").asString()).contains("#comment-" + said.id());
    }

    @Test
    void categories_show_what_is_filed_below_them_and_move() {
        var above = blog.category(Blog.unique("Above "));
        var below = blog.categoryBelow(above, Blog.unique("Below "));
        var post = blog.published(Blog.unique("Deep ")).in(below).write();

        assertThat(get("/category/" + above.slug() + "/feed/").asString()).contains(post.slug());
        var path = "/category/" + above.slug() + "/" + below.slug() + "/feed/";
        assertThat(get(path).asString()).contains(post.slug());
        get("/category/" + below.slug() + "/feed/").then().statusCode(301).header("Location", path);
    }

    @Test
    void authors_and_stretches_of_time_have_feeds() {
        var post = blog.published(Blog.unique("Old "))
                .with("publishedAt", "1999-12-31T10:00:00Z")
                .write();
        var author = post.json().getString("author.slug");

        get("/author/" + author + "/feed/").then().statusCode(200);
        for (var time : List.of("1999", "1999/12", "1999/12/31")) {
            assertThat(get("/" + time + "/feed/").asString()).contains(post.slug());
        }
        assertThat(get("/1999/12/feed/").asString()).contains("December 1999");
        assertThat(get("/1999/11/feed/").asString()).doesNotContain("<item>");
        get("/1999/13/feed/").then().statusCode(404);
        get("/author/nobody-at-all/feed/").then().statusCode(404);
    }

    @Test
    void a_post_has_a_feed_of_what_was_said_to_it() {
        var post = blog.published(Blog.unique("Talk "))
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        var first = Reader.guest().says("First").storedOn(post);
        var second = Reader.guest().says("Second").storedOn(post);
        var link = "/2024/03/01/" + post.slug() + "/";

        var channel = child(xml(get(link + "feed/")).getDocumentElement(), null, "channel");
        assertThat(text(channel, null, "title"))
                .isEqualTo("Comments on: " + post.json().getString("title"));
        assertThat(text(channel, null, "link")).isEqualTo(SITE + link);
        assertThat(texts(child(channel, null, "item"), "link"))
                .containsExactly(SITE + link + "#comment-" + second.id());
        assertThat(get(link + "feed/atom/").asString()).contains("#comment-" + first.id());
        assertThat(get(link + "feed/").headers().getValues("Link"))
                .contains("<" + SITE + "/?p=" + post.id() + ">; rel=shortlink")
                .anyMatch(header -> header.startsWith("<" + SITE + "/wp-json/wp/v2/posts/" + post.id()));
        get("/2023/01/01/" + post.slug() + "/feed/").then().statusCode(301).header("Location", link + "feed/");
        blog.asking().body(Map.of("slug", Blog.unique("moved-"))).patch(post.path());
        get(link + "feed/").then().statusCode(301);
    }

    @Test
    void an_answer_says_what_it_answers() {
        var post = blog.published(Blog.unique("Talk "))
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        var asked = Reader.guest().says("Why?").storedOn(post);
        Reader.guest().says("Because.").answering(asked.id()).storedOn(post);
        var link = SITE + "/2024/03/01/" + post.slug() + "/#comment-" + asked.id();

        var feed = get("/2024/03/01/" + post.slug() + "/feed/");
        var items = xml(feed).getElementsByTagName("item");
        assertThat(text((Element) items.item(0), CONTENT, "encoded"))
                .startsWith("<p>In reply to <a href=\"" + link + "\">")
                .contains("Because.");
        assertThat(text((Element) items.item(1), CONTENT, "encoded")).doesNotContain("In reply");
        blog.asking().body(Map.of("status", "spam")).patch(asked.path()).then().statusCode(200);
        assertThat(get("/2024/03/01/" + post.slug() + "/feed/").asString())
                .as("what is hidden is not named")
                .contains("Because.")
                .doesNotContain("In reply");
    }

    @Test
    void an_episode_comes_with_its_file() {
        var tag = blog.tag(Blog.unique("tag "));
        var episode = "https://cdn.example/a%20b.mp3\n3043247\naudio/mpeg\n";
        var post = blog.published(Blog.unique("Episode "))
                .tagged(tag)
                .with("customFields", Map.of("enclosure", episode))
                .write();
        var path = "/tag/" + tag.slug() + "/feed/";

        var item = child(child(xml(get(path)).getDocumentElement(), null, "channel"), null, "item");
        var enclosure = child(item, null, "enclosure");
        assertThat(enclosure.getAttribute("url")).isEqualTo("https://cdn.example/a%20b.mp3");
        assertThat(enclosure.getAttribute("length")).isEqualTo("3043247");
        assertThat(enclosure.getAttribute("type")).isEqualTo("audio/mpeg");
        assertThat(get(path + "atom/").asString()).contains("rel=\"enclosure\" type=\"audio/mpeg\" length=\"3043247\"");
        get(path + "json/")
                .then()
                .body("items[0].attachments[0].url", is("https://cdn.example/a%20b.mp3"))
                .body("items[0].attachments[0].size_in_bytes", is(3_043_247))
                .body("items[0].attachments[0].mime_type", is("audio/mpeg"));

        blog.asking().body(Map.of("password", "open")).patch(post.path()).then().statusCode(200);
        assertThat(get(path).asString()).doesNotContain("cdn.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)\n1\naudio/mpeg",
                "https://cdn.example/a.mp3",
                "https://cdn.example/a.mp3\nlong\naudio/mpeg",
                "https://cdn.example/a.mp3\n1\naudio"
            })
    void what_is_no_note_of_a_file_is_left_out(String note) {
        var tag = blog.tag(Blog.unique("tag "));
        blog.published(Blog.unique("Episode "))
                .tagged(tag)
                .with("customFields", Map.of("enclosure", note))
                .write();

        assertThat(get("/tag/" + tag.slug() + "/feed/").asString())
                .contains("<item>")
                .doesNotContain("<enclosure");
        get("/tag/" + tag.slug() + "/feed/json/").then().body("items[0].attachments", is((Object) null));
    }

    @Test
    void a_page_has_one_too() {
        var page = blog.page(Blog.unique("Page "))
                .with("status", "published")
                .with("commentsOpen", true)
                .write();
        var said = Reader.guest().says("On a page").storedOn(page);

        assertThat(get("/" + page.slug() + "/feed/").asString()).contains("#comment-" + said.id());
    }

    @Test
    void nothing_private_shows_whoever_asks() {
        var category = blog.category(Blog.unique("Mixed "));
        var hidden = Blog.unique("hidden");
        blog.draft("D " + hidden).in(category).write();
        blog.draft("P " + hidden).in(category).with("status", "private").write();
        blog.draft("S " + hidden)
                .in(category)
                .with("status", "scheduled")
                .with("publishedAt", "2100-01-01T00:00:00Z")
                .write();
        var secret = blog.published(Blog.unique("Secret "))
                .saying("Text " + hidden)
                .with("excerpt", "Excerpt " + hidden)
                .in(category)
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        Reader.guest().says("Comment " + hidden).storedOn(secret);
        blog.asking()
                .body(Map.of("password", "open"))
                .patch(secret.path())
                .then()
                .statusCode(200);
        var path = "/category/" + category.slug() + "/feed/";
        var onSecret = "/2024/03/01/" + secret.slug() + "/feed/";

        for (var format : List.of("", "atom/", "json/")) {
            for (var feed : List.of(path, onSecret, "/comments/feed/", "/feed/")) {
                var asAdministrator = tokens.as(Role.ADMINISTRATOR).get(feed + format);
                asAdministrator.then().statusCode(200);
                assertThat(asAdministrator.asString()).doesNotContain(hidden);
                assertThat(get(feed + format).asString()).doesNotContain(hidden);
            }
        }
        assertThat(get(path).asString())
                .contains("Protected: Secret", secret.slug())
                .doesNotContain("content:encoded>");
        assertThat(get(onSecret).asString()).doesNotContain("<item>");
        assertThat(get("/?s=" + hidden + "&feed=rss2").asString()).doesNotContain("<item>");
    }

    @Test
    void the_feed_of_what_nobody_may_see_is_not_there() {
        var draft = blog.draft(Blog.unique("D ")).with("slug", Blog.unique("d")).write();
        var hidden = blog.draft(Blog.unique("P "))
                .with("status", "private")
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();

        tokens.as(Role.ADMINISTRATOR).get("/?feed=rss2&p=" + draft.id()).then().statusCode(404);
        tokens.as(Role.ADMINISTRATOR)
                .get("/2024/03/01/" + hidden.slug() + "/feed/")
                .then()
                .statusCode(404);
    }

    @Test
    void what_was_written_for_wordpress_reads_as_there() {
        var tag = blog.tag(Blog.unique("tag "));
        blog.published("\"Quoted\" -- " + Blog.unique("x"))
                .with("content", Map.of("format", "wordpress", "source", "It's so.\n\n<!--more-->\n\nMore."))
                .tagged(tag)
                .write();

        var item = child(
                child(xml(get("/tag/" + tag.slug() + "/feed/")).getDocumentElement(), null, "channel"), null, "item");
        assertThat(text(item, null, "title")).startsWith("\u201cQuoted\u201d \u2014 ");
        assertThat(text(item, CONTENT, "encoded")).contains("<p>It&#8217;s so.</p>", "id=\"more-");
    }

    @Test
    void no_post_can_break_a_feed() {
        var tag = blog.tag(Blog.unique("tag "));
        blog.published(Blog.unique("A ]]> <x> & \u0007 \u000b 🎉 "))
                .saying("A ]]> <x> & \u0007 `]]>` 🎉 \ufffe")
                .tagged(tag)
                .write();

        for (var format : List.of("", "atom/")) {
            assertThat(xml(get("/tag/" + tag.slug() + "/feed/" + format)).getDocumentElement())
                    .isNotNull();
        }
        get("/tag/" + tag.slug() + "/feed/json/").then().body("items[0].title", containsString("🎉"));
    }

    @Test
    void who_has_a_feed_is_told_so_until_it_changes() {
        var tag = blog.tag(Blog.unique("tag "));
        var first = blog.published(Blog.unique("One ")).tagged(tag).write();
        var path = "/tag/" + tag.slug() + "/feed/";
        var answer = get(path);
        var etag = answer.header("ETag");
        var date = answer.header("Last-Modified");

        assertThat(answer.header("Cache-Control")).startsWith("public");
        assertThat(answer.headers().getValues("Link")).contains("<" + SITE + "/wp-json/>; rel=\"https://api.w.org/\"");
        given().header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .body(emptyString())
                .header("ETag", etag)
                .header("Last-Modified", date);
        given().header("If-Modified-Since", date).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", date)
                .get(path)
                .then()
                .statusCode(200);
        given().header("If-Modified-Since", "Mon, 01 Jan 2018 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(200);
        blog.asking()
                .body(Map.of("title", "Changed"))
                .patch(first.path())
                .then()
                .statusCode(200);
        given().header("If-None-Match", etag).get(path).then().statusCode(200);
        var changed = get(path).header("ETag");
        Reader.guest().says("Something").storedOn(first);
        given().header("If-None-Match", changed).get(path).then().statusCode(200);
    }

    @Test
    void a_feed_can_be_asked_for_without_its_text_but_not_written_to() {
        given().head("/feed/")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("W/\""))
                .body(emptyString());
        given().post("/feed/").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed/bogus/", "/feed/rdf/", "/?feed=bogus", "/?feed=", "/comments/feed/x"})
    void there_are_no_other_formats(String path) {
        var answer = get(path);
        answer.then().statusCode(404).contentType("text/xml;charset=UTF-8");
        assertThat(xml(answer).getDocumentElement().getTagName()).isEqualTo("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-here/feed/",
                "/a/b/c/d/feed/",
                "/%00/feed/",
                "/tag/%00/feed/",
                "/category/none/feed/",
                "/api/v1/feed/",
                "/?feed=rss2&p=999999999",
                "/?feed=rss2&cat=x",
                "/?feed=rss2&m=20249999",
                "/feed/?paged=1001",
                "/feed/?paged=999999999",
                "/?feed=rss2&s=%00",
                "/feed/?s=%00"
            })
    void what_has_no_feed_is_not_there(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }

    @Test
    void older_posts_are_on_further_pages() {
        var tag = blog.tag(Blog.unique("tag "));
        for (int i = 0; i < 12; i++) {
            blog.published(Blog.unique("Post ")).tagged(tag).write();
        }
        var path = "/tag/" + tag.slug() + "/feed/json/";

        get(path).then().body("items.size()", is(10), "next_url", is(SITE + path + "?paged=2"));
        get(path + "?x=1&paged=2")
                .then()
                .body("items.size()", is(2), "title", containsString("Page 2"))
                .body("next_url", is((String) null));
        get(path + "?paged=3").then().statusCode(404);
        get(path + "?paged=x").then().body("items.size()", is(10));
    }

    @Test
    void a_search_has_a_feed() {
        var word = Blog.unique("needle");
        var post = blog.published("A " + word).write();

        for (var feed : List.of("/?feed=rss2&s=", "/feed/?s=", "/feed/rss2/?s=")) {
            var answer = get(feed + word).asString();
            assertThat(answer).contains("Search Results for \u201c" + word, post.slug());
            assertThat(answer.split("<item>")).hasSize(2);
        }
    }

    @Test
    void a_site_without_a_structure_has_feeds_by_parameters() {
        site.with("permalinkStructure", "");
        var category = blog.category(Blog.unique("Cat "));
        var tag = blog.tag(Blog.unique("tag "));
        var post = blog.published(Blog.unique("Plain "))
                .in(category)
                .tagged(tag)
                .with("publishedAt", "1998-05-04T10:00:00Z")
                .write();
        var said = Reader.guest().says("Said").storedOn(post);
        var author = post.json().getLong("author.id");

        for (var query : List.of("cat=" + category.id(), "tag=" + tag.slug(), "m=199805", "m=19980504")) {
            assertThat(get("/?feed=rss2&" + query).asString()).contains("?p=" + post.id());
        }
        get("/?feed=rss2&author=" + author).then().statusCode(200);
        assertThat(get("/?feed=rss2&p=" + post.id()).asString()).contains("?p=" + post.id() + "#comment-" + said.id());
        get("/tag/" + tag.slug() + "/feed/").then().statusCode(404);
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void a_feed_costs_the_same_however_much_it_shows() {
        var few = blog.tag(Blog.unique("few "));
        var many = blog.tag(Blog.unique("many "));
        for (int i = 0; i < 9; i++) {
            var post = blog.published(Blog.unique("Cost ")).in(blog.category(Blog.unique("C ")));
            (i == 0 ? post.tagged(few, many) : post.tagged(many)).write();
        }
        var cost = cost("/tag/" + many.slug() + "/feed/");

        assertThat(cost).isEqualTo(cost("/tag/" + few.slug() + "/feed/")).isLessThanOrEqualTo(4);
        assertThat(cost("/feed/")).isLessThanOrEqualTo(2);
        assertThat(cost("/comments/feed/")).isLessThanOrEqualTo(2);
    }

    private long cost(String path) {
        return SentStatements.count(() -> get(path).then().statusCode(200));
    }

    private static Response get(String path) {
        return given().redirects().follow(false).get(path);
    }

    private static Document xml(Response answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
        } catch (Exception e) {
            throw new AssertionError("This is no XML:\n" + answer.asString(), e);
        }
    }

    private static Element child(Element parent, String namespace, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && name.equals(element.getLocalName())
                    && Objects.equals(namespace, element.getNamespaceURI())) {
                return element;
            }
        }
        throw new AssertionError("There is no " + name + " in " + parent.getTagName());
    }

    private static String text(Element parent, String namespace, String name) {
        return child(parent, namespace, name).getTextContent();
    }

    private static List<String> texts(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
