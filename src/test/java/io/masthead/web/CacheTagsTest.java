package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheTagsTest {

    @Test
    void of_too_many_things_the_collections_are_named() {
        var many = Stream.concat(
                        Stream.of("posts", "comments-9", "media-3", "user-4"),
                        IntStream.range(0, 200).mapToObj(id -> CacheTags.post(10_000 + id)))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "comments", "media", "user-4");
        assertThat(CacheTags.bounded(List.of("post-1", "post-1", "posts"))).containsExactly("post-1", "posts");
    }

    @Test
    void too_many_users_and_terms_are_replaced_by_collections() {
        var many = Stream.concat(
                        Stream.of("posts"),
                        IntStream.range(0, 200)
                                .boxed()
                                .flatMap(id -> Stream.of(CacheTags.term(10_000 + id), CacheTags.user(20_000 + id))))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "terms", "users");
    }

    @Test
    void terms_are_replaced_before_users() {
        var many = Stream.concat(
                        Stream.of("posts", "user-4"),
                        IntStream.range(0, 200).mapToObj(id -> CacheTags.term(10_000 + id)))
                .toList();

        assertThat(CacheTags.bounded(many)).containsExactly("posts", "user-4", "terms");
    }

    @Test
    void a_list_is_named_by_its_path() {
        assertThat(CacheTags.ofList("posts")).containsExactly("posts");
        assertThat(CacheTags.ofList("pages/12/comments")).containsExactly("comments-12");
        assertThat(CacheTags.ofList("categories")).containsExactly("terms");
        assertThat(CacheTags.ofList("elsewhere")).isEmpty();
        assertThat(CacheTags.ofThing("tags", "7")).isEqualTo("term-7");
        assertThat(CacheTags.ofThing("users", "me")).isNull();
    }
}
