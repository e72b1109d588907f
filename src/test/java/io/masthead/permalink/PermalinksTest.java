package io.masthead.permalink;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.media.Media;
import io.masthead.post.Post;
import io.masthead.post.PostFormat;
import io.masthead.taxonomy.Term;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Site;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class PermalinksTest {

    private static final String SITE = "https://gazette.example/news";
    private static final String NIGHT = "2024-02-29T23:30:45Z";

    @Inject
    Permalinks permalinks;

    @Inject
    EntityManager entities;

    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();

    @BeforeEach
    void a_site_east_of_greenwich() {
        site.with(Map.of("url", SITE, "timeZone", "Europe/Berlin"));
    }

    @AfterEach
    void restore() {
        site.putBack();
    }

    @Test
    void a_post_is_found_at_its_date_in_the_time_of_the_site() {
        var post =
                blog.published(Blog.unique("Ünï ")).with("publishedAt", NIGHT).write();

        assertThat(link(post)).isEqualTo(SITE + "/2024/03/01/" + post.slug() + "/");
        assertThat(of(post, PermalinkBuilder::template)).isEqualTo(SITE + "/2024/03/01/%postname%/");
        assertThat(of(post, PermalinkBuilder::guid)).isEqualTo(SITE + "/?p=" + post.id());
    }

    @Test
    void unpublished_content_is_addressed_by_id() {
        var draft =
                blog.draft(Blog.unique("Draft ")).with("slug", Blog.unique("d")).write();
        var page =
                blog.page(Blog.unique("Draft ")).with("slug", Blog.unique("d")).write();
        var trashed = blog.published(Blog.unique("Trash ")).write();
        blog.asking().delete(trashed.path()).then().statusCode(200);

        assertThat(link(draft)).isEqualTo(SITE + "/?p=" + draft.id());
        assertThat(link(page)).isEqualTo(SITE + "/?page_id=" + page.id());
        assertThat(link(trashed)).isEqualTo(SITE + "/?p=" + trashed.id());
        assertThat(of(draft, PermalinkBuilder::template)).endsWith("/%postname%/");
        assertThat(of(trashed, PermalinkBuilder::template)).isEqualTo(SITE + "/?p=" + trashed.id());
        assertThat(of(draft, (addresses, post) -> addresses.comment(post, 7)))
                .isEqualTo(SITE + "/?p=" + draft.id() + "/#comment-7");
    }

    @Test
    void letters_beyond_ascii_are_encoded_in_lower_case() {
        var post = blog.published("日本 " + Blog.unique("x"))
                .with("publishedAt", NIGHT)
                .write();

        assertThat(link(post)).startsWith(SITE + "/2024/03/01/%e6%97%a5%e6%9c%ac-x");
    }

    @Test
    void every_tag_of_a_structure_is_filled_in() {
        var above = blog.category(Blog.unique("Above "));
        var below = blog.categoryBelow(above, Blog.unique("Below "));
        var later = blog.category(Blog.unique("A "));
        var post = blog.published(Blog.unique("All "))
                .in(later, below)
                .with("publishedAt", NIGHT)
                .write();
        structure("/a/%category%/%author%/%hour%%minute%-%second%/%post_id%");

        assertThat(link(post))
                .isEqualTo(SITE
                        + "/a/"
                        + above.slug()
                        + "/"
                        + below.slug()
                        + "/"
                        + post.json().getString("author.slug")
                        + "/0030-45/"
                        + post.id());
        assertThat(of(post, (addresses, found) -> addresses.comment(found, 3))).isEqualTo(link(post) + "#comment-3");
    }

    @Test
    void a_page_is_found_below_those_above_it() {
        var top = page("Top", null);
        var middle = page("Middle", top.id());
        var low = page("Low", middle.id());

        assertThat(link(low)).isEqualTo(SITE + "/" + top.slug() + "/" + middle.slug() + "/" + low.slug() + "/");
        assertThat(of(low, PermalinkBuilder::template))
                .isEqualTo(SITE + "/" + top.slug() + "/" + middle.slug() + "/%pagename%/");
        site.with(Map.of("pageInFront", true, "frontPageId", low.id()));
        assertThat(link(low)).isEqualTo(SITE + "/");
    }

    @Test
    void categories_lie_below_each_other_and_below_their_base() {
        var above = blog.category(Blog.unique("Above "));
        var below = blog.categoryBelow(above, Blog.unique("Below "));
        var tag = blog.tag(Blog.unique("tag "));

        assertThat(link(below)).isEqualTo(SITE + "/category/" + above.slug() + "/" + below.slug() + "/");
        assertThat(link(tag)).isEqualTo(SITE + "/tag/" + tag.slug() + "/");
        structure("/blog/%postname%");
        assertThat(link(tag)).isEqualTo(SITE + "/blog/tag/" + tag.slug());
        site.with(Map.of("categoryBase", "topics", "tagBase", "about/it"));
        assertThat(link(above)).isEqualTo(SITE + "/topics/" + above.slug());
        assertThat(link(tag)).isEqualTo(SITE + "/about/it/" + tag.slug());
    }

    @Test
    void archives_and_authors_lie_behind_the_front() {
        structure("/blog/%post_id%/");
        var addresses = permalinks.plain();

        assertThat(addresses.home()).isEqualTo(SITE + "/");
        assertThat(addresses.author(4, "jane")).isEqualTo(SITE + "/blog/author/jane/");
        assertThat(addresses.format(PostFormat.ASIDE)).isEqualTo(SITE + "/blog/type/aside/");
        assertThat(addresses.month(YearMonth.of(2024, 3))).isEqualTo(SITE + "/blog/date/2024/03/");
        structure("/%year%/%postname%/");
        assertThat(permalinks.plain().year(2024)).isEqualTo(SITE + "/2024/");
        assertThat(permalinks.plain().day(LocalDate.of(2024, 3, 1))).isEqualTo(SITE + "/2024/03/01/");
    }

    @Test
    void without_a_structure_everything_is_addressed_by_id_or_slug() {
        structure("");
        var post = blog.published(Blog.unique("Plain ")).write();
        var page = page("Plain", null);
        var category = blog.category(Blog.unique("Plain "));
        var tag = blog.tag(Blog.unique("plain "));

        assertThat(link(post)).isEqualTo(SITE + "/?p=" + post.id());
        assertThat(of(post, PermalinkBuilder::template)).isEqualTo(SITE + "/?p=" + post.id());
        assertThat(link(page)).isEqualTo(SITE + "/?page_id=" + page.id());
        assertThat(link(category)).isEqualTo(SITE + "/?cat=" + category.id());
        assertThat(link(tag)).isEqualTo(SITE + "/?tag=" + tag.slug());
        assertThat(permalinks.plain().author(4, "jane")).isEqualTo(SITE + "/?author=4");
        assertThat(permalinks.plain().month(YearMonth.of(2024, 3))).isEqualTo(SITE + "/?m=202403");
        assertThat(of(post, (addresses, found) -> addresses.comment(found, 3)))
                .isEqualTo(SITE + "/?p=" + post.id() + "#comment-3");
    }

    @Test
    void the_url_of_a_media_item_is_below_its_post() {
        var post =
                blog.published(Blog.unique("Shows ")).with("publishedAt", NIGHT).write();
        var draft = blog.draft(Blog.unique("Hides ")).write();

        assertThat(media(870_001, null, PermalinkBuilder::media)).isEqualTo(SITE + "/file-870001/");
        assertThat(media(870_002, post.id(), PermalinkBuilder::media)).isEqualTo(link(post) + "file-870002/");
        assertThat(media(870_003, post.id(), PermalinkBuilder::template)).isEqualTo(link(post) + "%postname%/");
        assertThat(media(870_004, draft.id(), PermalinkBuilder::media)).isEqualTo(SITE + "/?attachment_id=870004");
        assertThat(media(870_005, null, PermalinkBuilder::template)).isEqualTo(SITE + "/?attachment_id=870005");
    }

    @Test
    void a_list_costs_as_many_statements_as_one_post() {
        structure("/%category%/%postname%/");
        var category = blog.category(Blog.unique("Costs "));
        var posts = IntStream.range(0, 8)
                .mapToObj(i -> blog.published(Blog.unique("Cost ")).in(category).write())
                .toList();
        var below = page("Below", page("Above", null).id());
        var ids = Stream.concat(posts.stream(), Stream.of(below))
                .map(Blog.Content::id)
                .toList();
        var found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select p from Post p join fetch p.author" + " where p.id in :ids", Post.class)
                        .setParameter("ids", ids)
                        .getResultList());

        assertThat(SentStatements.count(() -> permalinks.ofPosts(found))).isEqualTo(3);
        var addresses = permalinks.ofPosts(found);
        assertThat(SentStatements.during(() -> found.forEach(addresses::post))).isEmpty();
        assertThat(found.stream().map(addresses::post).distinct()).hasSize(9);
    }

    private String media(long id, Long postId, BiFunction<PermalinkBuilder, Media, String> asked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("insert into media (id, version, title, title_key,"
                            + " slug, mime_type, source_url, alt_text, caption,"
                            + " description, author_id, post_id, guid,"
                            + " created_at, updated_at) values (:id, 0, 'f',"
                            + " 'f', :slug, 'image/png',"
                            + " 'https://gazette.example/f.png', '', '', '', 1,"
                            + " cast(:post as bigint), '', current_timestamp,"
                            + " current_timestamp)")
                    .setParameter("id", id)
                    .setParameter("slug", "file-" + id)
                    .setParameter("post", postId)
                    .executeUpdate();
            var media = entities.find(Media.class, id);
            var link = asked.apply(permalinks.ofMedia(List.of(media)), media);
            entities.remove(media);
            return link;
        });
    }

    private Blog.Content page(String title, Long parentId) {
        var page = blog.page(Blog.unique(title + " ")).with("status", "published");
        return (parentId == null ? page : page.with("parentId", parentId)).write();
    }

    private String link(Blog.Content content) {
        return of(content, PermalinkBuilder::post);
    }

    private String of(Blog.Content content, BiFunction<PermalinkBuilder, Post, String> asked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var post = entities.find(Post.class, content.id());
            return asked.apply(permalinks.ofPosts(List.of(post)), post);
        });
    }

    private String link(Blog.Term term) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = entities.find(Term.class, term.id());
            return permalinks.ofTerms(List.of(found)).term(found);
        });
    }

    private void structure(String pattern) {
        site.with(Map.of("permalinkStructure", pattern));
    }
}
