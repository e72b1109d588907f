package io.masthead.post;

import io.masthead.kernel.CustomFields;
import io.masthead.platform.db.RowLocks;
import io.masthead.platform.job.Jobs;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.post.PublishedCounts.Contribution;
import io.masthead.post.PublishedCounts.Move;
import io.masthead.post.footnote.BlockFootnotes;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports posts and pages with their ids, slugs and counts. Only {@code imports} may call it, in its
 * transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PostImport {

    private static final String PUBLISH = "post.publish";

    /** The maximum depth of the page tree; it ends the walk over a broken tree. */
    private static final int MAX_DEPTH = 1_000;

    private final SlugRegistry slugs;
    private final Jobs jobs;
    private final EntityManager entities;
    private final RenderedPostRepository posts;
    private final PostEvents events;
    private final PublishedCounts counts;

    PostImport(
            SlugRegistry slugs,
            Jobs jobs,
            EntityManager entities,
            RenderedPostRepository posts,
            PostEvents events,
            PublishedCounts counts) {
        this.slugs = slugs;
        this.jobs = jobs;
        this.entities = entities;
        this.posts = posts;
        this.events = events;
        this.counts = counts;
    }

    /** The ids that a post, page, attachment or revision already has. */
    public Set<Long> takenIds(Collection<Long> ids) {
        var taken = new HashSet<Long>();
        for (var noun : List.of("Post", "Media", "Revision")) {
            taken.addAll(entities.createQuery("select e.id from " + noun + " e where e.id in :ids", Long.class)
                    .setParameter("ids", ids)
                    .getResultList());
        }
        return taken;
    }

    /** An id that no post, page, attachment or revision has ever had. */
    public long nextId() {
        return ((Number) entities.createNativeQuery("select nextval('content_id_seq')")
                        .getSingleResult())
                .longValue();
    }

    /**
     * What editors may have changed.
     *
     * @param slug null for a draft without one
     */
    public record State(boolean trashed, String slug, Instant updatedAt) {}

    /** The states of posts and pages that exist. */
    public Map<Long, State> states(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select p.id, p.status, p.slug, p.updatedAt from Post p where p.id in :ids",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> (Long) row[0],
                                row -> new State(row[1] == PostStatus.TRASHED, (String) row[2], (Instant) row[3])));
    }

    /** Sets the local date that the exported site shows, which is part of the URL. */
    public void show(long postId, LocalDateTime shown) {
        var post = entities.find(Post.class, postId);
        if (post != null) {
            post.setShownDate(shown);
        }
    }

    /** Stores posts and pages, counts the published ones and schedules the others. */
    public void add(List<ImportedPost> imported) {
        var places = new HashMap<Long, String>();
        imported.forEach(post -> places.put(post.id(), claim(post)));
        var termsById = byId(
                Term.class,
                imported.stream().flatMap(post -> post.termIds().stream()).toList(),
                Term::id);
        var authors =
                byId(User.class, imported.stream().map(ImportedPost::authorId).toList(), User::id);

        var added = new ArrayList<Post>();
        for (var item : imported) {
            var post = build(item, authors.get(item.authorId()), places.get(item.id()), termsById);
            entities.persist(post);
            added.add(post);
            var body = new PostBody(post.id(), ContentFormat.WORDPRESS, item.source());
            body.setRendered(item.rendered());
            entities.persist(body);
            entities.persist(new PostSearchText(post, body));
            if (post.status() == PostStatus.SCHEDULED) {
                jobs.schedule(PUBLISH, post.id(), post.publishedAt());
            }
        }
        entities.flush();
        added.forEach(post -> events.created(post, null));
        counts.applyCounters(added.stream()
                .map(post -> new Move(Contribution.NONE, Contribution.of(post)))
                .toList());
    }

    /**
     * Locks posts and pages against changes and deletion.
     *
     * @return those that exist
     */
    public Set<Long> lock(Collection<Long> ids) {
        return Set.copyOf(RowLocks.lock(entities, "post", ids));
    }

    /**
     * Moves a page that was imported before its parent to its position, and claims its slug. A parent that an editor
     * has chosen meanwhile stays.
     *
     * @param parentId null for the root; a page below this one counts as null
     */
    public void placePage(long pageId, Long parentId) {
        var page = entities.find(Post.class, pageId);
        if (page == null) {
            return;
        }
        var before = PostState.of(page);
        var parent = parentId == null ? null : entities.find(Post.class, parentId);
        if (page.parentId() == null && canBeParent(parent, pageId)) {
            page.setParent(parentId);
        }
        if (page.slug() != null && !page.isTrashed()) {
            var scope = page.type().slugScope(page.parentId());
            page.changeSlug(slugs.claimFree(scope, page.slug(), pageId));
        }
        entities.flush();
        events.changed(page, before, null);
    }

    /**
     * Moves a page from the root below its parent, which was imported later. Its former address redirects if readers
     * could know it. Nothing happens if the page is gone or has a parent, or if the parent is gone or below the page.
     *
     * @return the title of the page if it has to stay, since another page there has its slug
     */
    public Optional<String> movePage(long pageId, long parentId) {
        var page = entities.find(Post.class, pageId);
        if (page == null || page.parentId() != null || !canBeParent(entities.find(Post.class, parentId), pageId)) {
            return Optional.empty();
        }
        var before = PostState.of(page);
        var from = page.type().slugScope(null);
        var to = page.type().slugScope(parentId);
        if (page.slug() != null && !page.isTrashed()) {
            if (!slugs.claimIfFree(to, page.slug(), pageId)) {
                return Optional.of(page.title());
            }
            slugs.formerOf(from, pageId).forEach(former -> slugs.addFormer(to, former, pageId));
            if (page.isPublished()) {
                slugs.retire(from, pageId);
            } else {
                slugs.release(from, pageId);
            }
        }
        page.setParent(parentId);
        entities.flush();
        events.changed(page, before, null);
        return Optional.empty();
    }

    private boolean canBeParent(Post parent, long pageId) {
        return parent != null && parent.type() == PostType.PAGE && !isBelow(parent, pageId);
    }

    /** Adds a former slug of a page, after {@link #placePage} has been called for it. */
    public void addFormerSlug(long pageId, String former) {
        var page = entities.find(Post.class, pageId);
        if (page != null && !page.isTrashed()) {
            slugs.addFormer(page.type().slugScope(page.parentId()), former, pageId);
            events.changed(page, PostState.of(page), null);
        }
    }

    /** Sets the featured image of a post that was imported before the image, unless it has another one. */
    public void setFeaturedMedia(long postId, long mediaId) {
        var post = entities.find(Post.class, postId);
        if (post != null && post.featuredMediaId() == null) {
            var before = PostState.of(post);
            post.setFeaturedMedia(mediaId);
            entities.flush();
            events.changed(post, before, null);
        }
    }

    /** Sources and excerpts of those that exist, which are locked. */
    public List<String> sources(Collection<Long> ids) {
        RowLocks.lock(entities, "post", ids);
        var sources = new ArrayList<String>();
        for (var text : posts.withBodies(ids)) {
            sources.add(text.body().source());
            if (text.post().excerptSource() != null) {
                sources.add(text.post().excerptSource());
            }
        }
        return sources;
    }

    /**
     * Changes sources and excerpts without being an edit: neither a revision nor another date comes of it. To be called
     * after {@link #sources}, in its transaction.
     *
     * @param change of a text, by the id of its post
     * @return the ids of posts that stay as they are, since the result would be too expensive to render
     */
    public List<Long> rewrite(Collection<Long> ids, BiFunction<Long, String, String> change) {
        var refused = new ArrayList<Long>();
        for (var text : posts.withBodies(ids)) {
            var post = text.post();
            var source = change.apply(post.id(), text.body().source());
            var excerpt = post.excerptSource() == null ? null : change.apply(post.id(), post.excerptSource());
            if (source.equals(text.body().source()) && Objects.equals(excerpt, post.excerptSource())) {
                continue;
            }
            try {
                var shown = BlockFootnotes.inserted(source, post.customFields());
                store(text, source, excerpt, RenderedPost.of(shown, text.body().format(), excerpt));
            } catch (ContentTooComplexException e) {
                refused.add(post.id());
            }
        }
        return refused;
    }

    private void store(PostRepository.Row text, String source, String excerpt, RenderedPost rendered) {
        var post = text.post();
        var before = PostState.of(post);
        text.body().setSource(text.body().format(), source);
        post.setExcerptSource(excerpt);
        post.setDerived(text.body().setRendered(rendered));
        entities.find(PostSearchText.class, post.id()).write(post, text.body());
        entities.flush();
        // The row of the post itself may be the same, but editors have another text.
        entities.lock(post, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        events.changed(post, before, null);
    }

    /** The slug of the post; not claimed if the position of a page is not known yet. */
    private String claim(ImportedPost post) {
        if (post.slug() == null || post.status() == PostStatus.TRASHED || !post.hasPlace()) {
            return post.slug();
        }
        var scope = post.type().slugScope(post.parentId());
        var slug = slugs.claimFree(scope, post.slug(), post.id());
        post.formerSlugs().forEach(former -> slugs.addFormer(scope, former, post.id()));
        return slug;
    }

    private static Post build(ImportedPost item, User author, String slug, Map<Long, Term> termsById) {
        var post = new Post(item.id(), item.type(), author, item.guid(), item.createdAt());
        post.rename(item.title(), item.titleHtml());
        post.changeSlug(slug);
        post.setExcerptSource(item.excerptSource());
        post.setDerived(item.rendered());
        for (var kind : TermKind.values()) {
            post.setTerms(
                    kind,
                    item.termIds().stream()
                            .map(termsById::get)
                            .filter(term -> term != null && term.kind() == kind)
                            .collect(Collectors.toSet()));
        }
        post.setCustomFields(item.customFields(), CustomFields.rows(item.customFields()));
        post.setFeaturedMedia(item.featuredMediaId());
        post.setCommentsOpen(item.commentsOpen());
        post.setPingsOpen(item.pingsOpen());
        post.setSticky(item.sticky());
        post.setFormat(item.format());
        post.setTemplate(item.template());
        post.setPassword(item.password());
        post.setParent(item.parentId());
        post.setMenuOrder(item.menuOrder());
        post.setPublishedAt(item.publishedAt());
        post.setShownDate(item.shownDate());
        if (item.status() == PostStatus.TRASHED) {
            post.changeStatus(item.statusBeforeTrash());
            post.trash();
        } else {
            post.changeStatus(item.status());
        }
        post.touch(item.updatedAt());
        return post;
    }

    private boolean isBelow(Post page, long above) {
        var current = page;
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            if (current.id() == above) {
                return true;
            }
            current = current.parentId() == null ? null : entities.find(Post.class, current.parentId());
        }
        return current != null;
    }

    private <T> Map<Long, T> byId(Class<T> type, List<Long> ids, Function<T, Long> idOf) {
        return entities.createQuery("select e from %s e where e.id in :ids".formatted(type.getSimpleName()), type)
                .setParameter("ids", Set.copyOf(ids))
                .getResultStream()
                .collect(Collectors.toMap(idOf, Function.identity()));
    }
}
