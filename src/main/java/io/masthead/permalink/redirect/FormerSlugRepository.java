package io.masthead.permalink.redirect;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.media.UploadVisibility;
import io.masthead.permalink.PermalinkSource;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.setting.PermalinkStructure;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the former slugs of what everybody may see; one statement per method. */
@ApplicationScoped
class FormerSlugRepository {

    private static final String PAGE_SCOPE = "page/";

    /** @param former as it was with the former slug, and for pages below the former parent */
    record OfPost(PermalinkSource current, PermalinkSource former, Instant updatedAt) {}

    record OfTerm(TermSummary current, TermSummary former, Instant updatedAt) {}

    /** @param postId of what it was uploaded to; null for none */
    record OfMedia(long id, String slug, String former, Long postId, Instant updatedAt) {}

    record OfUser(long id, String slug, String former, Instant updatedAt) {}

    private final EntityManager entities;
    private final UploadVisibility visibility;

    FormerSlugRepository(EntityManager entities, UploadVisibility visibility) {
        this.entities = entities;
        this.visibility = visibility;
    }

    /** @param updatedFrom null for all */
    List<OfPost> ofPosts(Instant updatedFrom) {
        var filter = new Filter()
                .and("e.current = false")
                .and("p.status = :published", "published", PostStatus.PUBLISHED)
                .and("(p.type = POST and e.scope = :post or p.type = PAGE and e.scope like 'page/%')")
                .bind("post", PostType.POST.slugScope(null))
                .and("p.updatedAt >= :from", "from", updatedFrom);
        return FilteredQuery.of(
                        entities,
                        Tuple.class,
                        "select e.scope, e.slug, p.id, p.type, p.slug, p.sortAt, p.shownDate, p.parentId, a.slug,"
                                + " p.updatedAt from SlugEntry e join Post p on p.id = e.ownerId join p.author a",
                        filter,
                        " order by e.scope, e.slug")
                .getResultStream()
                .map(FormerSlugRepository::ofPost)
                .toList();
    }

    /**
     * The former slugs that lead to other published content now, at paths of one segment: to pages, and to posts if their
     * paths consist of their slugs.
     */
    Set<String> atRoot(PermalinkStructure structure) {
        return entities.createQuery(
                        "select p.slug from Post p where p.status = PUBLISHED and"
                                + " (p.type = PAGE and p.parentId is null or p.type = POST and :posts = true)"
                                + " and exists (select 1 from SlugEntry e where e.slug = p.slug and e.current = false)",
                        String.class)
                .setParameter("posts", structure.consistsOfSlug())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private static OfPost ofPost(Tuple row) {
        var scope = row.get(0, String.class);
        var type = row.get(3, PostType.class);
        var formerParent = type == PostType.PAGE ? Long.valueOf(scope.substring(PAGE_SCOPE.length())) : null;
        return new OfPost(
                source(row, type, row.get(4, String.class), row.get(7, Long.class)),
                source(
                        row,
                        type,
                        row.get(1, String.class),
                        formerParent == null || formerParent == 0 ? null : formerParent),
                row.get(9, Instant.class));
    }

    private static PermalinkSource source(Tuple row, PostType type, String slug, Long parentId) {
        return new PermalinkSource(
                row.get(2, Long.class),
                type,
                PostStatus.PUBLISHED,
                slug,
                row.get(5, Instant.class),
                row.get(6, LocalDateTime.class),
                parentId,
                row.get(8, String.class));
    }

    /** @param updatedFrom null for all */
    List<OfTerm> ofTerms(Instant updatedFrom) {
        var filter = new Filter()
                .and("e.current = false")
                .and("(t.kind = CATEGORY and e.scope = '%s' or t.kind = TAG and e.scope = '%s')"
                        .formatted(TermKind.CATEGORY.slugScope(), TermKind.TAG.slugScope()))
                .and("t.updatedAt >= :from", "from", updatedFrom);
        return FilteredQuery.of(
                        entities,
                        Tuple.class,
                        "select e.slug, t.id, t.kind, t.name, t.nameKey, t.slug, t.parentId, t.updatedAt"
                                + " from SlugEntry e join Term t on t.id = e.ownerId",
                        filter,
                        " order by e.scope, e.slug")
                .getResultStream()
                .map(row -> new OfTerm(
                        term(row, row.get(5, String.class)),
                        term(row, row.get(0, String.class)),
                        row.get(7, Instant.class)))
                .toList();
    }

    private static TermSummary term(Tuple row, String slug) {
        return new TermSummary(
                row.get(1, Long.class),
                0,
                row.get(2, TermKind.class),
                row.get(3, String.class),
                row.get(4, String.class),
                slug,
                row.get(6, Long.class));
    }

    /**
     * Of media that everybody may see.
     *
     * @param updatedFrom null for all
     */
    List<OfMedia> ofMedia(Instant updatedFrom) {
        var filter = new Filter()
                .and("e.current = false")
                .and("e.scope = 'media'")
                .and("m.updatedAt >= :from", "from", updatedFrom);
        visibility.restrict(filter, "m.postId", Actor.ANONYMOUS);
        return FilteredQuery.of(
                        entities,
                        Tuple.class,
                        "select m.id, m.slug, e.slug, m.postId, m.updatedAt"
                                + " from SlugEntry e join Media m on m.id = e.ownerId",
                        filter,
                        " order by e.slug")
                .getResultStream()
                .map(row -> new OfMedia(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Long.class),
                        row.get(4, Instant.class)))
                .toList();
    }

    /**
     * Of users with a public profile.
     *
     * @param updatedFrom null for all
     */
    List<OfUser> ofUsers(Instant updatedFrom) {
        var filter = new Filter()
                .and("e.current = false")
                .and("e.scope = 'user'")
                .and("u.publicProfile = true")
                .and("u.updatedAt >= :from", "from", updatedFrom);
        return FilteredQuery.of(
                        entities,
                        Tuple.class,
                        "select u.id, u.slug, e.slug, u.updatedAt from SlugEntry e join User u on u.id = e.ownerId",
                        filter,
                        " order by e.slug")
                .getResultStream()
                .map(row -> new OfUser(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class)))
                .toList();
    }
}
