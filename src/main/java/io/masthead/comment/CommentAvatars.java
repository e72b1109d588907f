package io.masthead.comment;

import io.masthead.kernel.Filter;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.user.AvatarConfig;
import io.masthead.user.Gravatar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The picture beside a comment: the one its author chose as a user, else Gravatar's if the operator allows it,
 * else none.
 */
@ApplicationScoped
@Transactional
public class CommentAvatars {

    private static final int SIZE = 96;

    private final EntityManager entities;
    private final AvatarConfig config;

    CommentAvatars(EntityManager entities, AvatarConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** The URLs by comment id; one statement, or none if all authors are guests. */
    public Map<Long, String> of(Collection<Comment> comments) {
        var own = own(comments);
        var addresses = new HashMap<Long, String>();
        for (var comment : comments) {
            addresses.put(comment.id(), of(comment, own.get(comment.userId())));
        }
        return addresses;
    }

    /** @param own the picture that the author chose; null or empty if none */
    public String of(Comment comment, String own) {
        if (own != null && !own.isEmpty()) {
            return own;
        }
        return config.gravatar() && !comment.authorEmail().isEmpty() ? Gravatar.url(comment.authorEmail(), SIZE) : null;
    }

    private Map<Long, String> own(Collection<Comment> comments) {
        var ids = comments.stream()
                .map(Comment::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var own = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            var filter = new Filter().and("u.id in :ids", "ids", ids).and("u.avatarUrl <> ''");
            FilteredQuery.of(entities, Object[].class, "select u.id, u.avatarUrl from User u", filter)
                    .getResultStream()
                    .forEach(row -> own.put((Long) row[0], (String) row[1]));
        }
        return own;
    }
}
