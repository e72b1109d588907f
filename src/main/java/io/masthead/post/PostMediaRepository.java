package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.WordSearch;
import io.masthead.media.usage.MediaUsage;
import io.masthead.media.usage.MediaUsageSource;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.RowLocks;
import io.masthead.post.access.PostVisibility;
import io.masthead.post.access.VisibleUploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Queries for the media that posts show. */
@ApplicationScoped
class PostMediaRepository implements MediaUsageSource {

    private final EntityManager entities;

    PostMediaRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether there is a media that the caller may know of. */
    boolean exists(long mediaId, Actor actor) {
        var filter = new Filter().and("m.id = :id", "id", mediaId);
        VisibleUploads.restrict(filter, "m.postId", actor);
        return FilteredQuery.of(entities, Long.class, "select count(*) from Media m", filter)
                        .getSingleResult()
                == 1;
    }

    /** As {@link #exists}; one that exists is not deleted before the end of the transaction. */
    boolean existsForGood(long mediaId, Actor actor) {
        RowLocks.lockAgainstDeletion(entities, "media", mediaId);
        return exists(mediaId, actor);
    }

    @Override
    public List<MediaUsage> featuring(long mediaId, int limit, Actor actor) {
        return entities.createQuery(
                        "select p from Post p join fetch p.author where p.featuredMediaId = :media order by p.id",
                        Post.class)
                .setParameter("media", mediaId)
                .setMaxResults(limit)
                .getResultStream()
                .map(post -> usage(post, MediaUsage.Kind.FEATURED_MEDIA, actor))
                .toList();
    }

    @Override
    public List<MediaUsage> naming(List<String> references, long mediaId, int limit, Actor actor) {
        var filter = new Filter()
                .and("b.postId = p.id")
                .and("(p.featuredMediaId is null or p.featuredMediaId <> :media)", "media", mediaId);
        var either = new ArrayList<String>();
        for (var reference : references) {
            var name = "reference" + either.size();
            either.add("b.source like :" + name + " escape '\\'");
            filter.bind(name, "%" + WordSearch.literal(reference) + "%");
        }
        filter.and("(" + String.join(" or ", either) + ")");
        return FilteredQuery.of(
                        entities,
                        Post.class,
                        "select p from Post p join fetch p.author, PostBody b",
                        filter,
                        " order by p.id")
                .setMaxResults(limit)
                .getResultStream()
                .map(post -> usage(post, MediaUsage.Kind.CONTENT, actor))
                .toList();
    }

    private static MediaUsage usage(Post post, MediaUsage.Kind kind, Actor actor) {
        return PostVisibility.of(post.type(), actor).covers(post)
                ? new MediaUsage(post.id(), post.title(), kind)
                : new MediaUsage(null, null, kind);
    }
}
