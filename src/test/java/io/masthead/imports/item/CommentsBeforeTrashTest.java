package io.masthead.imports.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.imports.wxr.WxrComment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommentsBeforeTrashTest {

    private static WxrComment comment(Long id, String approved) {
        return new WxrComment(id, "", "", "", "", null, null, "", approved, "", null, null, List.of());
    }

    @Test
    void a_comment_that_went_with_its_post_has_the_status_from_before() {
        var before = new CommentsBeforeTrash(Map.of("5", "1", "6", "spam"));

        assertThat(before.status(comment(5L, "post-trashed"))).isEqualTo("1");
        assertThat(before.status(comment(6L, "post-trashed"))).isEqualTo("spam");
        assertThat(before.status(comment(7L, "post-trashed"))).isEqualTo("0");
        assertThat(before.status(comment(null, "post-trashed"))).isEqualTo("0");
        assertThat(before.status(comment(5L, "trash"))).isEqualTo("trash");
    }
}
