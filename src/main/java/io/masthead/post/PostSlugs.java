package io.masthead.post;

import io.masthead.kernel.OnConflict;
import io.masthead.platform.slug.Address;
import io.masthead.platform.slug.SlugOwner;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The slug of a post over its lifetime: a draft may have none, a published post has one, and former ones are kept.
 */
@ApplicationScoped
class PostSlugs {

    /** The first number of candidates to look up for a proposal; it grows tenfold. */
    private static final int FIRST_CANDIDATES = 9;

    /** Posts get no proposal if this many have the same title. */
    private static final int MAX_CANDIDATES = 1_000;

    private final SlugRegistry registry;
    private final PostRepository posts;

    PostSlugs(SlugRegistry registry, PostRepository posts) {
        this.registry = registry;
        this.posts = posts;
    }

    /**
     * Sets the slug that the client chose.
     *
     * @throws io.masthead.kernel.CmsException if it is taken and must not be numbered
     */
    void set(Post post, String slug, OnConflict inUse, boolean wasPublished) {
        if (slug.equals(post.slug())) {
            return;
        }
        releaseOrRetire(post, scope(post), wasPublished);
        if (registry.isFormerOfOther(scope(post), slug, post.id())) {
            post.takeFormerAddress();
        }
        if (inUse == OnConflict.FIT) {
            post.changeSlug(registry.claimFree(scope(post), slug, post.id()));
        } else {
            registry.claim(scope(post), slug, post.id());
            post.changeSlug(slug);
        }
    }

    /** Makes a slug from the title. */
    void generate(Post post, boolean wasPublished) {
        releaseOrRetire(post, scope(post), wasPublished);
        post.changeSlug(registry.claimFree(scope(post), fromTitle(post), post.id()));
    }

    /** Makes a slug for a draft from its title. It takes no address that leads anywhere yet, so that readers see nothing. */
    void generateForDraft(Post draft) {
        registry.release(scope(draft), draft.id());
        draft.changeSlug(registry.claimUnused(scope(draft), fromTitle(draft), draft.id()));
    }

    /** Removes the slug of a draft. */
    void clear(Post post, boolean wasPublished) {
        releaseOrRetire(post, scope(post), wasPublished);
        post.changeSlug(null);
    }

    /** Keeps the slug of a page after it has moved to another parent, if it is free there. */
    void keepAfterMove(Post page, Long formerParent, boolean wasPublished) {
        releaseOrRetire(page, page.type().slugScope(formerParent), wasPublished);
        reclaim(page);
    }

    /**
     * The slug that {@link #generate} would probably give to each. One statement, and another one for each tenfold
     * of posts that share a title.
     */
    Map<Long, String> proposals(Collection<Post> of) {
        var proposals = new HashMap<Long, String>();
        var open = List.copyOf(of);
        int from = 1;
        for (int to = FIRST_CANDIDATES; !open.isEmpty() && from <= MAX_CANDIDATES; to *= 10) {
            propose(open, from, to, proposals);
            open = open.stream()
                    .filter(post -> !proposals.containsKey(post.id()))
                    .toList();
            from = to + 1;
        }
        return proposals;
    }

    private void propose(List<Post> of, int from, int to, Map<Long, String> proposals) {
        var candidates = new LinkedHashMap<Long, List<String>>();
        for (var post : of) {
            var wanted = fromTitle(post);
            candidates.put(
                    post.id(),
                    IntStream.rangeClosed(from, to)
                            .mapToObj(number -> number == 1 ? wanted : SlugRegistry.numbered(wanted, number))
                            .toList());
        }
        var taken = registry.owners(
                of.stream().map(PostSlugs::scope).distinct().toList(),
                candidates.values().stream().flatMap(List::stream).distinct().toList());
        for (var post : of) {
            var inScope = taken.getOrDefault(scope(post), Map.of());
            candidates.get(post.id()).stream()
                    .filter(slug -> inScope.getOrDefault(slug, post.id()).equals(post.id()))
                    .findFirst()
                    .ifPresent(slug -> proposals.put(post.id(), slug));
        }
    }

    /** Whether the slug is one that is made from the title, with or without a number. */
    static boolean isMade(Post post) {
        var made = fromTitle(post);
        var slug = post.slug();
        return slug != null
                && slug.startsWith(made)
                && slug.substring(made.length()).matches("(-[0-9]{1,4})?");
    }

    private static String fromTitle(Post post) {
        var wanted = Slugs.from(post.title());
        return wanted.isEmpty() ? Long.toString(post.id()) : wanted;
    }

    /** Frees the slug of a trashed post, which remembers it. */
    void release(Post post) {
        registry.release(scope(post), post.id());
    }

    /** As {@link #release(Post)}, for several posts; one statement. */
    void release(Collection<Post> trashed) {
        registry.release(
                trashed.stream().map(PostSlugs::scope).distinct().toList(),
                trashed.stream().map(Post::id).toList());
    }

    /**
     * Claims the slugs of restored posts again, or the next free ones, and makes slugs for posts without one.
     * The posts must not hold a slug.
     */
    void claimFree(Collection<Post> slugless) {
        var wanted = slugless.stream()
                .collect(Collectors.toMap(
                        Post::id,
                        post -> new Address(scope(post), post.slug() == null ? fromTitle(post) : post.slug())));
        var claimed = registry.claimFree(wanted);
        slugless.forEach(post -> post.changeSlug(claimed.get(post.id())));
    }

    /** Claims the slug again, or the next free one. */
    void reclaim(Post post) {
        if (post.slug() != null && !post.isTrashed()) {
            post.changeSlug(registry.claimFree(scope(post), post.slug(), post.id()));
        }
    }

    /** Looks up a path: a slug, or for pages the slugs from the root page down. */
    Optional<SlugOwner> find(PostType type, List<String> path) {
        Optional<SlugOwner> found = Optional.empty();
        var current = true;
        Long parent = null;
        for (var slug : path) {
            found = registry.find(type.slugScope(parent), slug);
            if (found.isEmpty()) {
                return found;
            }
            current &= found.get().current();
            parent = found.get().ownerId();
        }
        var all = current;
        return found.map(target -> new SlugOwner(target.ownerId(), all));
    }

    /**
     * The current path of a post: one slug, or for pages the slugs from the root page down. Empty while a page above it
     * is a draft that has no slug.
     */
    List<String> path(Post post) {
        if (post.parentId() == null) {
            return List.of(post.slug());
        }
        var above = posts.ancestors(post.id());
        var slugs = posts.slugs(above);
        var path = new ArrayList<String>();
        path.add(post.slug());
        above.forEach(id -> path.add(0, slugs.get(id)));
        return path.contains(null) ? List.of() : path;
    }

    List<String> former(Post post) {
        return registry.formerOf(scope(post), post.id());
    }

    /** As {@link #former(Post)}, for several posts, by id. One statement, or none without posts. */
    Map<Long, List<String>> former(Collection<Post> of) {
        var former = registry.formerOf(
                of.stream().map(PostSlugs::scope).distinct().toList(),
                of.stream().map(Post::id).toList());
        return of.stream().collect(Collectors.toMap(Post::id, post -> former.getOrDefault(post.id(), List.of())));
    }

    /** Removes all slugs of the post. */
    void delete(Post post) {
        registry.deleteAll(post.type().noun(), post.id());
    }

    /** Only slugs that readers could know are kept as former ones. */
    private void releaseOrRetire(Post post, String scope, boolean wasPublished) {
        if (wasPublished) {
            registry.retire(scope, post.id());
        } else {
            registry.release(scope, post.id());
        }
    }

    private static String scope(Post post) {
        return post.type().slugScope(post.parentId());
    }
}
