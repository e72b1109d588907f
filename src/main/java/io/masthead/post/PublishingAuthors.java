package io.masthead.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Knows who has published what kind of thing, which users themselves do not know. */
@ApplicationScoped
@Transactional
public class PublishingAuthors {

    private final AuthorPostRepository posts;

    PublishingAuthors(AuthorPostRepository posts) {
        this.posts = posts;
    }

    /** The ids of all users who have published anything of these types. */
    public List<Long> of(Collection<PostType> types) {
        return types.isEmpty() ? List.of() : posts.authorsOf(types);
    }
}
