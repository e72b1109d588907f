package io.masthead.post;

import io.masthead.platform.db.RowLocks;
import io.masthead.platform.job.RowUpgrade;
import io.masthead.text.ContentRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Stores what the present renderer makes of posts, which is no change of the posts. */
@ApplicationScoped
class RenderedPostRepository implements RowUpgrade {

    private final EntityManager entities;

    RenderedPostRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String noun() {
        return "posts and pages";
    }

    @Override
    public boolean isDue() {
        return !outdated(0, 1).isEmpty();
    }

    @Override
    public List<Long> upgrade(long after, int limit) {
        var ids = outdated(after, limit);
        var held = RowLocks.hold(entities, "post", ids);
        if (!held.isEmpty()) {
            entities.createQuery(
                            "select p, b from Post p join PostBody b on b.postId = p.id where p.id in :ids",
                            Object[].class)
                    .setParameter("ids", held)
                    .getResultList()
                    .forEach(row -> store((Post) row[0], (PostBody) row[1]));
            entities.clear();
        }
        return ids;
    }

    private List<Long> outdated(long after, int limit) {
        return entities.createQuery(
                        "select b.postId from PostBody b join Post p on p.id = b.postId"
                                + " where b.postId > :after and (b.renderer < :version or p.renderer < :version)"
                                + " order by b.postId",
                        Long.class)
                .setParameter("after", after)
                .setParameter("version", ContentRenderer.VERSION)
                .setMaxResults(limit)
                .getResultList();
    }

    // By SQL: the version of a post, which its readers know, must stay.
    private void store(Post post, PostBody body) {
        var rendered = body.renderedNow(post);
        entities.createNativeQuery("update post set title_rendered = :title, excerpt = :excerpt,"
                        + " renderer = :renderer where id = :id")
                .setParameter("title", post.renderedTitle())
                .setParameter("excerpt", rendered.excerpt())
                .setParameter("renderer", ContentRenderer.VERSION)
                .setParameter("id", post.id())
                .executeUpdate();
        entities.createNativeQuery("update post_body set html = :html, first_page = :firstPage,"
                        + " excerpt_html = :excerpt, feed_excerpt = :feedExcerpt, renderer = :renderer"
                        + " where post_id = :id")
                .setParameter("html", rendered.content().html())
                .setParameter("firstPage", rendered.firstPage())
                .setParameter("excerpt", rendered.excerptHtml())
                .setParameter("feedExcerpt", rendered.feedExcerpt())
                .setParameter("renderer", ContentRenderer.VERSION)
                .setParameter("id", post.id())
                .executeUpdate();
        var text = new PostSearchText(post, rendered);
        entities.createNativeQuery("update post_search set title = :title, excerpt = :excerpt, body = :body"
                        + " where post_id = :id")
                .setParameter("title", text.title())
                .setParameter("excerpt", text.excerpt())
                .setParameter("body", text.body())
                .setParameter("id", post.id())
                .executeUpdate();
    }
}
