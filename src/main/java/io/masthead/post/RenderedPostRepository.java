package io.masthead.post;

import io.masthead.platform.db.RowLocks;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.platform.job.RowUpgrade;
import io.masthead.text.content.ContentRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.query.NativeQuery;

/** Stores the output of the current renderer without changing the posts otherwise. */
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
    public void upgrade(List<Long> ids) {
        var held = RowLocks.lock(entities, "post", ids);
        if (!held.isEmpty()) {
            withBodies(held).forEach(row -> store(row.post(), row.body()));
            entities.clear();
        }
    }

    /** Posts and pages with their bodies; those that exist, ordered by id. */
    List<PostRepository.Row> withBodies(Collection<Long> ids) {
        return entities.createQuery(
                        "select p, b from Post p join PostBody b on b.postId = p.id where p.id in :ids order by p.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new PostRepository.Row((Post) row[0], (PostBody) row[1], null))
                .toList();
    }

    @Override
    public Subject subject() {
        return Subject.POST;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Tags.POSTS, Tags.PAGES);
    }

    @Override
    public List<Long> outdated(long after, int limit) {
        // Two queries, each served by an index.
        var ids = new TreeSet<>(ids(
                "select b.postId from PostBody b where b.renderer < :version"
                        + " and b.postId > :after order by b.postId",
                after,
                limit));
        ids.addAll(ids(
                "select p.id from Post p where p.renderer < :version" + " and p.id > :after order by p.id",
                after,
                limit));
        return ids.stream().limit(limit).toList();
    }

    private List<Long> ids(String query, long after, int limit) {
        return entities.createQuery(query, Long.class)
                .setParameter("after", after)
                .setParameter("version", ContentRenderer.VERSION)
                .setMaxResults(limit)
                .getResultList();
    }

    // By SQL: the version of the post, which clients know, must not change.
    private void store(Post post, PostBody body) {
        var rendered = body.renderedNow(post);
        var length = rendered.length();
        statement("update post set title_rendered = :title, excerpt = :excerpt, word_count = :words,"
                        + " reading_minutes = :minutes, renderer = :renderer where id = :id")
                .setParameter("words", length.words())
                .setParameter("minutes", length.minutes())
                .setParameter("title", post.renderedTitle())
                .setParameter("excerpt", rendered.excerpt())
                .setParameter("renderer", ContentRenderer.VERSION)
                .setParameter("id", post.id())
                .executeUpdate();
        statement("update post_body set html = :html, first_page = :firstPage,"
                        + " excerpt_html = :excerpt, feed_excerpt = :feedExcerpt, renderer = :renderer"
                        + " where post_id = :id")
                .setParameter("firstPage", rendered.firstPage(), String.class)
                .setParameter("html", rendered.content().html())
                .setParameter("excerpt", rendered.excerptHtml())
                .setParameter("feedExcerpt", rendered.feedExcerpt())
                .setParameter("renderer", ContentRenderer.VERSION)
                .setParameter("id", post.id())
                .executeUpdate();
        var text = new PostSearchText(post, rendered);
        statement("update post_search set title = :title, excerpt = :excerpt, body = :body" + " where post_id = :id")
                .setParameter("title", text.title())
                .setParameter("excerpt", text.excerpt())
                .setParameter("body", text.body())
                .setParameter("id", post.id())
                .executeUpdate();
    }

    private NativeQuery<?> statement(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
