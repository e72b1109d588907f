package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.WordSearch;
import io.masthead.media.MediaUse;
import io.masthead.media.UsesOfMedia;
import io.masthead.post.access.PostVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Tells media, which do not depend on posts, which posts show them. */
@ApplicationScoped
class PostMediaUses implements UsesOfMedia {

    private final EntityManager entities;

    PostMediaUses(EntityManager entities) {
        this.entities = entities;
    }

    /** Reads all contents for the address, which only a deletion needs. */
    @Override
    public List<MediaUse> find(long mediaId, String address, int limit, Actor actor) {
        var uses = new ArrayList<MediaUse>();
        entities.createQuery(
                        "select p from Post p join fetch p.author where p.featuredMediaId = :media order by p.id",
                        Post.class)
                .setParameter("media", mediaId)
                .setMaxResults(limit)
                .getResultList()
                .forEach(post -> uses.add(use(post, MediaUse.Kind.FEATURED_MEDIA, actor)));
        if (uses.size() < limit) {
            entities.createQuery(
                            "select p from Post p join fetch p.author, PostBody b where b.postId = p.id"
                                    + " and b.source like :address escape '\\' order by p.id",
                            Post.class)
                    .setParameter("address", "%" + WordSearch.literal(address) + "%")
                    .setMaxResults(limit - uses.size())
                    .getResultList()
                    .forEach(post -> uses.add(use(post, MediaUse.Kind.CONTENT, actor)));
        }
        return uses;
    }

    private static MediaUse use(Post post, MediaUse.Kind kind, Actor actor) {
        return PostVisibility.of(post.type(), actor).covers(post)
                ? new MediaUse(post.id(), post.title(), kind)
                : new MediaUse(null, null, kind);
    }
}
