package io.masthead.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Finds users who have published posts of given types; users themselves do not depend on posts. */
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
