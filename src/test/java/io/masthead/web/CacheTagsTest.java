package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.event.Tags;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheTagsTest {

    @Test
    void of_too_many_things_the_collections_are_named() {
        var many = Stream.concat(
                        Stream.of("posts", "comments-9", "media-3", "user-4"),
                        IntStream.range(0, 200).mapToObj(id -> Tags.post(10_000 + id)))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "user-4", "comments", "media");
        assertThat(CacheTags.bounded(List.of("post-1", "post-1", "posts"))).containsExactly("posts", "post-1");
    }

    @Test
    void too_many_users_and_terms_are_replaced_by_collections() {
        var many = Stream.concat(
                        Stream.of("posts"),
                        IntStream.range(0, 200)
                                .boxed()
                                .flatMap(id -> Stream.of(Tags.term(10_000 + id), Tags.user(20_000 + id))))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "terms", "users");
    }

    @Test
    void posts_are_replaced_by_comments_too_since_they_show_their_number() {
        var many =
                IntStream.range(0, 200).mapToObj(id -> Tags.post(10_000 + id)).toList();

        assertThat(CacheTags.bounded(many)).containsExactlyInAnyOrder("posts", "comments");
    }

    @Test
    void terms_are_replaced_before_users() {
        var many = Stream.concat(
                        Stream.of("posts", "user-4"), IntStream.range(0, 200).mapToObj(id -> Tags.term(10_000 + id)))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "user-4", "terms");
    }
}
