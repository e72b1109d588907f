package io.masthead.api.v1.post;

import io.masthead.api.v1.http.ParameterReader;
import io.masthead.post.PostStatus;
import java.util.List;

/** Reads the parameter {@code status}. */
final class PostStatuses {

    private PostStatuses() {}

    static List<PostStatus> read(ParameterReader in, String raw) {
        return raw == null ? List.of(PostStatus.PUBLISHED) : in.words(PostStatus.class, "status", raw);
    }
}
