package io.masthead.post;

import io.masthead.platform.event.ReadTags;
import io.masthead.post.event.PostTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Finds users who have published posts of given types; users themselves do not depend on posts. */
@ApplicationScoped
@Transactional
public class PublishingAuthors {

    private final AuthorPostRepository posts;
    private final ReadTags reads;

    PublishingAuthors(AuthorPostRepository posts, ReadTags reads) {
        this.posts = posts;
        this.reads = reads;
    }

    /** The ids of all users who have published anything of these types. */
    public List<Long> of(Collection<PostType> types) {
        types.forEach(type -> reads.add(PostTags.all(type)));
        return types.isEmpty() ? List.of() : posts.authorsOf(types);
    }
}
