package io.masthead.permalink;

import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Public content of each kind, in parts; one statement per method. */
@ApplicationScoped
class SitemapRepository {

    record Row(PermalinkSource place, Instant updatedAt) {}

    record Author(long id, String slug) {}

    private static final String PUBLISHED = "from Post p where p.type = :type and p.status = :published";

    private final EntityManager entities;

    SitemapRepository(EntityManager entities) {
        this.entities = entities;
    }

    SitemapSizes sizes() {
        var row = entities.createQuery("""
                                select
                                  (select count(*) from Post p
                                   where p.type = :post and p.status = :published),
                                  (select count(*) from Post p
                                   where p.type = :page and p.status = :published),
                                  (select count(*) from Term t
                                   where t.kind = :category and t.publishedCount > 0),
                                  (select count(*) from Term t
                                   where t.kind = :tag and t.publishedCount > 0),
                                  (select count(distinct p.format) from Post p
                                   where p.type = :post and p.status = :published
                                     and p.format <> :standard),
                                  (select count(*) from User u where u.publishedCount > 0)
                                from SiteSettings s""", Tuple.class)
                .setParameter("post", PostType.POST)
                .setParameter("page", PostType.PAGE)
                .setParameter("published", PostStatus.PUBLISHED)
                .setParameter("category", TermKind.CATEGORY)
                .setParameter("tag", TermKind.TAG)
                .setParameter("standard", PostFormat.STANDARD)
                .getSingleResult();
        return new SitemapSizes(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class));
    }

    List<Row> posts(PostType type, int first, int limit) {
        return part(
                        entities.createQuery(
                                        "select p.id, p.status, p.slug, p.sortAt, p.parentId,"
                                                + " a.slug, p.updatedAt, p.shownDate from Post p join p.author a"
                                                + " where p.type = :type and p.status = :published"
                                                + " order by p.id",
                                        Tuple.class)
                                .setParameter("type", type)
                                .setParameter("published", PostStatus.PUBLISHED),
                        first,
                        limit)
                .stream()
                .map(row -> new Row(
                        new PermalinkSource(
                                row.get(0, Long.class),
                                type,
                                row.get(1, PostStatus.class),
                                row.get(2, String.class),
                                row.get(3, Instant.class),
                                row.get(7, LocalDateTime.class),
                                row.get(4, Long.class),
                                row.get(5, String.class)),
                        row.get(6, Instant.class)))
                .toList();
    }

    /** When a published post last changed. */
    Optional<Instant> latestChange() {
        return Optional.ofNullable(entities.createQuery("select max(p.updatedAt) " + PUBLISHED, Instant.class)
                .setParameter("type", PostType.POST)
                .setParameter("published", PostStatus.PUBLISHED)
                .getSingleResult());
    }

    List<Term> terms(TermKind kind, int first, int limit) {
        return part(
                entities.createQuery(
                                "select t from Term t where t.kind = :kind" + " and t.publishedCount > 0 order by t.id",
                                Term.class)
                        .setParameter("kind", kind),
                first,
                limit);
    }

    List<PostFormat> formats() {
        return entities.createQuery(
                        "select distinct p.format " + PUBLISHED + " and p.format <> :standard order by p.format",
                        PostFormat.class)
                .setParameter("type", PostType.POST)
                .setParameter("published", PostStatus.PUBLISHED)
                .setParameter("standard", PostFormat.STANDARD)
                .getResultList();
    }

    List<Author> authors(int first, int limit) {
        return part(
                        entities.createQuery(
                                "select u.id, u.slug from User u where u.publishedCount > 0" + " order by u.slug",
                                Tuple.class),
                        first,
                        limit)
                .stream()
                .map(row -> new Author(row.get(0, Long.class), row.get(1, String.class)))
                .toList();
    }

    private static <T> List<T> part(TypedQuery<T> query, int first, int limit) {
        return query.setFirstResult(first).setMaxResults(limit).getResultList();
    }
}
