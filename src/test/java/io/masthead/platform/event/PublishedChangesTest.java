package io.masthead.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.masthead.platform.event.ContentChanged.StatusChange;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes of readable content are published, with everything they affect. */
@OnBothDatabases
@QuarkusTest
class PublishedChangesTest {

    private static final Blog BLOG = Blog.ofAdministrator();

    @Inject
    EventDispatcher dispatcher;

    @Inject
    RecordingConsumer.One consumer;

    @Test
    void changes_of_a_post_are_published_with_its_status() {
        var category = BLOG.category(Blog.unique("Told"));
        var tag = BLOG.tag(Blog.unique("Told"));
        var post = BLOG.draft("Told").in(category).tagged(tag).write();
        patch(post.path(), Map.of("status", "published"));
        patch(post.path(), Map.of("title", "Told again"));
        delete(post.path());
        BLOG.asking().post(post.path() + "/restore").then().statusCode(200);
        delete(post.path());
        delete(post.path() + "?permanent=true");

        var changes = changes(Subject.POST, post.id());
        assertThat(changes)
                .extracting(ContentChanged::status)
                .containsExactly(
                        new StatusChange(null, "draft"),
                        new StatusChange("draft", "published"),
                        null,
                        new StatusChange("published", "trashed"),
                        new StatusChange("trashed", "published"),
                        new StatusChange("published", "trashed"),
                        new StatusChange("trashed", null));
        assertThat(changes).extracting(ContentChanged::actorId).containsOnly(1L);
        assertThat(changes.get(0).tags()).doesNotContain("posts", "post-" + post.id());
        assertThat(changes.subList(1, changes.size()))
                .allSatisfy(change -> assertThat(change.tags())
                        .contains(
                                "post-" + post.id(),
                                "posts",
                                "feed",
                                "author-1",
                                "category-" + category.id(),
                                "tag-" + tag.id(),
                                "comments-" + post.id()));
    }

    @Test
    void changes_of_a_draft_name_nothing_until_it_takes_an_address_of_another() {
        var other =
                BLOG.published("Renamed").with("slug", Blog.unique("former-")).write();
        patch(other.path(), Map.of("slug", Blog.unique("current-")));
        var draft = BLOG.draft("Unseen").write();
        patch(draft.path(), Map.of("title", "Still unseen", "excerpt", "Not yet."));
        assertThat(last(Subject.POST, draft.id()).tags()).isEmpty();

        patch(draft.path(), Map.of("slug", other.slug()));
        assertThat(last(Subject.POST, draft.id()).tags()).contains("posts", "post-" + draft.id());
    }

    @Test
    void a_list_that_a_post_leaves_is_named() {
        var former = BLOG.category(Blog.unique("Former"));
        var next = BLOG.category(Blog.unique("Next"));
        var post = BLOG.published("Moves").in(former).write();
        patch(post.path(), Map.of("categoryIds", List.of(next.id())));

        assertThat(last(Subject.POST, post.id()).tags()).contains("category-" + former.id(), "category-" + next.id());
    }

    @Test
    void bulk_status_changes_are_published_for_each_post() {
        var one = BLOG.draft("One").write();
        var two = BLOG.draft("Two").write();
        BLOG.asking()
                .body(Map.of("ids", List.of(one.id(), two.id()), "status", "published"))
                .post("/api/v1/posts/bulk-status")
                .then()
                .statusCode(200);

        assertThat(last(Subject.POST, one.id()).status()).isEqualTo(new StatusChange("draft", "published"));
        assertThat(last(Subject.POST, two.id()).status()).isEqualTo(new StatusChange("draft", "published"));
    }

    @Test
    void posts_of_a_deleted_category_are_published_with_it() {
        var category = BLOG.category(Blog.unique("Goes"));
        var post = BLOG.published("Stays").in(category).write();
        delete("/api/v1/categories/" + category.id() + "?permanent=true");

        assertThat(last(Subject.CATEGORY, category.id()).action()).isEqualTo(ChangeAction.DELETED);
        assertThat(last(Subject.POST, post.id()).tags()).contains("category-" + category.id());
    }

    @Test
    void comments_are_published_with_their_post() {
        var post = BLOG.published("Said").write();
        long id = BLOG.asking()
                .body(Map.of("text", Blog.unique("Said")))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        patch("/api/v1/comments/" + id, Map.of("status", "spam"));

        var change = last(Subject.COMMENT, id);
        assertThat(change.status()).isEqualTo(new StatusChange("approved", "spam"));
        assertThat(change.tags()).contains("comments-" + post.id(), "post-" + post.id());
    }

    @Test
    void a_comment_that_moves_names_both_posts() {
        var former = BLOG.published("From").write();
        var next = BLOG.published("To").write();
        long id = BLOG.asking()
                .body(Map.of("text", Blog.unique("Moves")))
                .post(former.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        BLOG.asking()
                .body(Map.of("post", next.id()))
                .post("/wp-json/wp/v2/comments/" + id)
                .then()
                .statusCode(200);

        assertThat(last(Subject.COMMENT, id).tags()).contains("comments-" + former.id(), "comments-" + next.id());
    }

    @Test
    void descendants_of_a_deleted_category_are_published_with_it() {
        var upper = BLOG.category(Blog.unique("Upper"));
        var lower = BLOG.categoryBelow(upper, Blog.unique("Lower"));
        var lowest = BLOG.categoryBelow(lower, Blog.unique("Lowest"));
        delete("/api/v1/categories/" + upper.id() + "?permanent=true");

        assertThat(last(Subject.CATEGORY, upper.id()).tags())
                .contains("term-" + upper.id(), "term-" + lower.id(), "term-" + lowest.id());
    }

    @Test
    void what_changes_nothing_is_no_change_of_a_term() {
        var name = Blog.unique("Same");
        var tag = BLOG.tag(name);
        patch("/api/v1/tags/" + tag.id(), Map.of("name", name));

        assertThat(changes(Subject.TAG, tag.id()))
                .extracting(ContentChanged::action)
                .containsExactly(ChangeAction.CREATED);
    }

    @Test
    void child_pages_move_up_when_their_parent_is_deleted() {
        var upper = BLOG.page(Blog.unique("Upper")).with("status", "published").write();
        var lower = BLOG.page(Blog.unique("Lower"))
                .with("status", "published")
                .with("parentId", upper.id())
                .write();
        delete(upper.path() + "?permanent=true");

        assertThat(last(Subject.PAGE, upper.id()).action()).isEqualTo(ChangeAction.DELETED);
        assertThat(last(Subject.PAGE, lower.id()).version()).isEqualTo(1);
    }

    @Test
    void a_page_with_a_new_address_names_the_pages_below_it() {
        var upper = page("Upper", null);
        var lower = page("Lower", upper.id());
        var lowest = page("Lowest", lower.id());
        var other = page("Other", null);
        patch(upper.path(), Map.of("title", Blog.unique("Renamed")));

        assertThat(last(Subject.PAGE, upper.id()).tags())
                .doesNotContain("page-" + lower.id(), "page-" + lowest.id(), "page-" + other.id());
        patch(upper.path(), Map.of("slug", Blog.unique("moved")));

        assertThat(last(Subject.PAGE, upper.id()).tags())
                .contains("page-" + lower.id(), "page-" + lowest.id())
                .doesNotContain("page-" + other.id());
        patch(lower.path(), Map.of("parentId", other.id()));

        assertThat(last(Subject.PAGE, lower.id()).tags()).contains("page-" + lowest.id(), "comments-" + lowest.id());
    }

    @Test
    void a_page_that_is_trashed_or_restored_names_the_pages_below_it() {
        var upper = page("Upper", null);
        var lower = page("Lower", upper.id());
        delete(upper.path());

        assertThat(last(Subject.PAGE, upper.id()).tags()).contains("page-" + lower.id());
        BLOG.asking().post(upper.path() + "/restore").then().statusCode(200);

        assertThat(last(Subject.PAGE, upper.id()).tags()).contains("page-" + lower.id());
        var ids = List.of(upper.id(), lower.id());
        BLOG.asking()
                .body(Map.of("ids", ids, "status", "trashed"))
                .post("/api/v1/pages/bulk-status")
                .then()
                .statusCode(200);

        assertThat(last(Subject.PAGE, upper.id()).tags()).contains("page-" + lower.id());
    }

    private static Blog.Content page(String name, Long parentId) {
        var page = BLOG.page(Blog.unique(name)).with("status", "published");
        return (parentId == null ? page : page.with("parentId", parentId)).write();
    }

    @Test
    void writes_of_wordpress_clients_are_published_too() {
        long id = BLOG.asking()
                .body(Map.of("title", "By a client", "status", "publish"))
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        BLOG.asking()
                .body(Map.of("title", "Again"))
                .post("/wp-json/wp/v2/posts/" + id)
                .then()
                .statusCode(200);

        assertThat(changes(Subject.POST, id))
                .extracting(ContentChanged::action)
                .containsExactly(ChangeAction.CREATED, ChangeAction.UPDATED);
    }

    @Test
    void settings_are_published_without_their_values() {
        patch("/api/v1/settings", Map.of("description", Blog.unique("Secret")));
        dispatcher.deliverAll();

        assertThat(consumer.seen)
                .extracting(StoredEvent::change)
                .filteredOn(change -> change.subject() == Subject.SETTINGS)
                .last()
                .satisfies(change -> assertThat(change.tags()).containsExactly("settings"))
                .satisfies(change -> assertThat(change.toString()).doesNotContain("Secret"));
    }

    @Test
    void refused_changes_are_not_published() {
        var post = BLOG.draft("Refused").write();
        BLOG.asking()
                .body(Map.of("title", "x".repeat(1_000)))
                .patch(post.path())
                .then()
                .statusCode(422);

        assertThat(changes(Subject.POST, post.id())).hasSize(1);
    }

    private ContentChanged last(Subject subject, long id) {
        var changes = changes(subject, id);
        return changes.get(changes.size() - 1);
    }

    private List<ContentChanged> changes(Subject subject, long id) {
        dispatcher.deliverAll();
        return consumer.seen.stream()
                .map(StoredEvent::change)
                .filter(change -> change.subject() == subject && change.id() != null && change.id() == id)
                .toList();
    }

    private static void patch(String path, Map<String, Object> body) {
        BLOG.asking().body(body).patch(path).then().statusCode(200);
    }

    private static void delete(String path) {
        BLOG.asking().delete(path).then().statusCode(anyOf(is(200), is(204)));
    }
}
