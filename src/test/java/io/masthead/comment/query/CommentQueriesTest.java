package io.masthead.comment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.masthead.kernel.Actor;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.SentStatements;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries for several posts at once, which no single list makes. */
@OnBothDatabases
@QuarkusTest
class CommentQueriesTest {

    private static final Actor MODERATOR = new Actor(1L, Role.ADMINISTRATOR.capabilities());

    @Inject
    CommentQueries queries;

    @Inject
    PostAccess allPosts;

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void guests_are_shown_at_once() {
        discussion.open();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    @Test
    void the_latest_on_each_of_many_posts_take_two_statements() {
        var posts = IntStream.range(0, 3).mapToObj(i -> post("Busy ")).toList();
        var said = posts.stream()
                .map(post -> IntStream.range(0, 4)
                        .mapToObj(i -> say("Word " + i, post))
                        .toList())
                .toList();
        var quiet = post("Quiet ");
        var ids = List.of(posts.get(0).id(), posts.get(1).id(), posts.get(2).id(), quiet.id());

        var latest = queries.latestOn(ids, Map.of(), 2, Actor.ANONYMOUS);

        assertThat(cost(() -> queries.latestOn(ids, Map.of(), 2, Actor.ANONYMOUS)))
                .isEqualTo(2);
        var known = known(ids);
        for (var actor : List.of(Actor.ANONYMOUS, MODERATOR)) {
            assertThat(contents(queries.latestOn(ids, known, 2, actor)))
                    .isEqualTo(contents(queries.latestOn(ids, Map.of(), 2, actor)))
                    .containsOnlyKeys(ids);
        }
        assertThat(cost(() -> queries.latestOn(ids, known, 2, Actor.ANONYMOUS))).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            assertThat(latest.get(posts.get(i).id()))
                    .extracting(one -> one.comment().id())
                    .containsExactly(said.get(i).get(3), said.get(i).get(2));
        }
        assertThat(latest.get(quiet.id())).isEmpty();
    }

    @Test
    void posts_that_the_caller_may_not_read_are_not_revealed() {
        var open = post("Open ");
        var hidden = post("Hidden ");
        say("Once public", hidden);
        blog.asking().body("{\"status\": \"private\"}").patch(hidden.path());
        var locked = post("Locked ");
        say("Once open", locked);
        blog.asking().body("{\"password\": \"sesame\"}").patch(locked.path());
        var ids = List.of(open.id(), hidden.id(), locked.id());

        assertThat(queries.latestOn(ids, Map.of(), 10, Actor.ANONYMOUS)).containsOnlyKeys(open.id());
        assertThat(queries.latestOn(ids, known(ids), 10, Actor.ANONYMOUS)).containsOnlyKeys(open.id());
        assertThat(queries.latestOn(ids, Map.of(), 10, MODERATOR)).containsOnlyKeys(ids.toArray(Long[]::new));
    }

    private Map<Long, Post> known(List<Long> ids) {
        return QuarkusTransaction.requiringNew().call(() -> allPosts.find(ids));
    }

    @Test
    void the_latest_answers_to_each_of_many_comments_are_those_that_are_shown() {
        var post = post("Talk ");
        var first = say("First", post);
        var second = say("Second", post);
        var answer =
                Reader.guest().says("Answer").answering(first).storedOn(post).id();
        discussion.rule("commentsHoldAll", true);
        Reader.guest().says("Waiting").answering(second).storedOn(post);

        var answers = queries.latestAnswering(List.of(first, second), 10, MODERATOR);

        assertThat(answers.get(first)).extracting(one -> one.comment().id()).containsExactly(answer);
        assertThat(answers.get(second)).isEmpty();
        assertThat(cost(() -> queries.latestAnswering(List.of(first, second), 10, MODERATOR)))
                .isEqualTo(2);
        assertThat(queries.latestOn(List.of(post.id()), Map.of(), 10, Actor.ANONYMOUS)
                        .get(post.id()))
                .extracting(one -> one.comment().id(), PostedComment::answered)
                .containsExactly(tuple(answer, false), tuple(second, false), tuple(first, true));
        assertThat(queries.latestOn(List.of(post.id()), Map.of(), 10, MODERATOR).get(post.id()))
                .extracting(PostedComment::answered)
                .as("moderators see what waits")
                .containsExactly(false, true, true);
    }

    /** The comments by post, each with its post and the e-mail of its author. */
    private static Map<Long, List<List<Object>>> contents(Map<Long, List<PostedComment>> latest) {
        return latest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(CommentQueriesTest::content)
                                .toList()));
    }

    private static List<Object> content(PostedComment one) {
        assertThat(one.avatarEmail()).isNotEmpty();
        return List.of(one.comment().id(), one.post().id(), one.post().title(), one.avatarEmail());
    }

    /** Background work also runs statements now and then, but not each time. */
    private long cost(Runnable reading) {
        return SentStatements.count(reading);
    }

    private Blog.Content post(String title) {
        return blog.published(Blog.unique(title)).write();
    }

    private static long say(String text, Blog.Content post) {
        return Reader.guest().says(text).storedOn(post).id();
    }
}
