package io.masthead.adapter.cdn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.platform.db.Transactions;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class CdnPurgeTest extends CdnFixture {

    @Test
    void a_change_is_purged_by_its_tags_soon() {
        var post = blog.published(Blog.unique("Fresh ")).write();

        await().atMost(Duration.ofSeconds(5)).until(() -> purged().contains("post-" + post.id()));

        assertThat(purged()).contains("posts", "feed", "archives", "comments-" + post.id());
    }

    @Test
    void the_terms_of_a_post_are_purged_as_they_were_before_and_as_they_are_after() {
        var before = blog.category(Blog.unique("Before "));
        var after = blog.category(Blog.unique("After "));
        var post = blog.published(Blog.unique("Moved ")).in(before).write();
        purgeAll();
        stub.resetRequests();

        blog.asking()
                .body(Map.of("categoryIds", List.of(after.id())))
                .patch(post.path())
                .then()
                .statusCode(200);
        purgeAll();

        assertThat(purged()).contains("post-" + post.id(), "category-" + before.id(), "category-" + after.id());
    }

    @Test
    void changed_settings_are_purged_by_the_tag_of_what_depends_on_them() {
        site.with("title", Blog.unique("Title "));
        purgeAll();

        assertThat(purged()).containsExactly("settings");
    }

    @Test
    void a_rolled_back_change_purges_nothing() {
        assertThatThrownBy(() -> Transactions.requiringNew().run(() -> {
                    events.publish(changed(Set.of("post-" + IDS.incrementAndGet())));
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");
        purgeAll();

        assertThat(requests()).isEmpty();
    }

    @Test
    void many_changes_are_purged_at_once_and_each_tag_once() {
        long first = IDS.getAndAdd(40) + 1;
        Transactions.requiringNew()
                .run(() -> IntStream.range(0, 40)
                        .forEach(number -> events.publish(changed(Set.of("post-" + (first + number), "posts")))));
        purgeAll();

        assertThat(requests()).hasSize(1);
        assertThat(purged()).hasSize(41).doesNotHaveDuplicates().contains("posts", "post-" + first);
    }

    @Test
    void changes_that_follow_soon_are_purged_together() {
        cdn.collectFor(Duration.ofMillis(1_500));
        publish("post-1");
        dispatcher.deliverAll();
        publish("post-2");
        dispatcher.deliverAll();

        await().until(() -> !requests().isEmpty());
        assertThat(requests()).hasSize(1);
        assertThat(purged()).containsExactlyInAnyOrder("post-1", "post-2");
    }

    @Test
    void without_a_cdn_nothing_is_stored() {
        cdn.off();
        publish("post-" + IDS.incrementAndGet());
        purgeAll();

        assertThat(waiting()).isZero();
        assertThat(requests()).isEmpty();
    }

    @Test
    void writers_at_once_lose_no_purge() throws Exception {
        answer(aResponse().withStatus(200).withFixedDelay(30));
        var threads = Executors.newFixedThreadPool(2);
        List<Long> written;
        try {
            var writers = IntStream.range(0, 2)
                    .mapToObj(writer -> threads.submit(() -> IntStream.range(0, 10)
                            .mapToObj(number -> blog.published(Blog.unique("At once "))
                                    .write()
                                    .id())
                            .toList()))
                    .toList();
            written = new ArrayList<>(writers.get(0).get());
            written.addAll(writers.get(1).get());
        } finally {
            threads.shutdown();
        }
        purgeAll();

        assertThat(purged())
                .containsAll(written.stream().map(id -> "post-" + id).toList());
    }

    @Test
    void a_change_during_its_purge_is_purged_again() {
        answer(aResponse().withStatus(200).withFixedDelay(700));
        publish("post-1", "posts");
        await().until(() -> !requests().isEmpty());

        publish("post-2", "posts");
        purgeAll();

        await().until(() -> purged().contains("post-2"));
        assertThat(requests()).hasSize(2);
        assertThat(purged()).containsExactlyInAnyOrder("post-1", "posts", "post-2", "posts");
    }

    @Test
    void a_change_between_the_calls_of_a_purge_takes_no_tag_from_it() {
        answer(aResponse().withStatus(200).withFixedDelay(700));
        publish(Stream.concat(Stream.of("posts"), Arrays.stream(many(250))).toArray(String[]::new));
        await().until(() -> !requests().isEmpty());
        assertThat(purged()).as("collections come first").contains("posts");
        var last = "post-99";
        assertThat(purged()).doesNotContain(last);

        publish(last);
        purgeAll();

        await().until(() -> waiting() == 0);
        assertThat(requests()).hasSize(4);
        assertThat(purged()).hasSize(252).containsOnlyOnce("posts").contains(many(250));
        assertThat(Collections.frequency(purged(), last)).isEqualTo(2);
    }

    @Test
    void a_purge_is_repeated_once_after_a_while_and_holds_up_no_other() {
        cdn.repeatAfter(Duration.ofHours(1));
        publish("post-1", "posts");
        purgeAll();
        assertThat(requests()).hasSize(1);

        passes(Duration.ofMinutes(30));
        publish("post-2", "posts");
        purgeAll();
        assertThat(purged()).containsExactlyInAnyOrder("post-1", "posts", "post-2", "posts");
        stub.resetRequests();

        passes(Duration.ofMinutes(31));
        purgeAll();
        assertThat(purged()).as("a tag that changed again waits").containsExactly("post-1");
        stub.resetRequests();

        passes(Duration.ofMinutes(31));
        purgeAll();
        assertThat(purged()).containsExactlyInAnyOrder("post-2", "posts");
        stub.resetRequests();

        passes(Duration.ofHours(2));
        purgeAll();
        assertThat(requests()).isEmpty();
    }
}
