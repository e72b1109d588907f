package io.masthead.post;

import io.masthead.kernel.OnConflict;
import io.masthead.platform.slug.Address;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.platform.slug.SlugTarget;
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

/** The address of a post through its life: none for a draft, one when it is out, old ones kept. */
@ApplicationScoped
class PostAddresses {

    /** How many numbers are looked up at once for a proposal. */
    private static final int PROPOSALS = 9;

    /** Beyond it, no post of one title gets a slug at all. */
    private static final int MOST_PROPOSALS = 1_000;

    private final SlugRegistry registry;
    private final PostRepository posts;

    PostAddresses(SlugRegistry registry, PostRepository posts) {
        this.registry = registry;
        this.posts = posts;
    }

    /**
     * Gives the post the slug that was chosen for it.
     *
     * @throws io.masthead.kernel.CmsException for one in use, unless it may be numbered
     */
    void choose(Post post, String slug, OnConflict inUse, boolean wasPublished) {
        if (slug.equals(post.slug())) {
            return;
        }
        leave(post, scope(post), wasPublished);
        if (inUse == OnConflict.FIT) {
            post.moveTo(registry.claimFree(scope(post), slug, post.id()));
        } else {
            registry.claim(scope(post), slug, post.id());
            post.moveTo(slug);
        }
    }

    /** Makes a slug from the title. */
    void make(Post post, boolean wasPublished) {
        leave(post, scope(post), wasPublished);
        post.moveTo(registry.claimFree(scope(post), wanted(post), post.id()));
    }

    /** Takes the slug from a draft, which needs none. */
    void clear(Post post, boolean wasPublished) {
        leave(post, scope(post), wasPublished);
        post.moveTo(null);
    }

    /** The page has been placed under another parent; it takes its slug along where it can. */
    void follow(Post page, Long formerParent, boolean wasPublished) {
        leave(page, page.type().slugScope(formerParent), wasPublished);
        reclaim(page);
    }

    /**
     * The slug that {@link #make} would give to each, as far as a look tells. One statement, and
     * one more for each hundredfold of posts that share a title.
     */
    Map<Long, String> proposals(Collection<Post> of) {
        var proposals = new HashMap<Long, String>();
        var open = List.copyOf(of);
        int from = 1;
        for (int to = PROPOSALS; !open.isEmpty() && from <= MOST_PROPOSALS; to *= 10) {
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
            var wanted = wanted(post);
            candidates.put(
                    post.id(),
                    IntStream.rangeClosed(from, to)
                            .mapToObj(number -> number == 1 ? wanted : SlugRegistry.numbered(wanted, number))
                            .toList());
        }
        var taken = registry.owners(
                of.stream().map(PostAddresses::scope).distinct().toList(),
                candidates.values().stream().flatMap(List::stream).distinct().toList());
        for (var post : of) {
            var inScope = taken.getOrDefault(scope(post), Map.of());
            candidates.get(post.id()).stream()
                    .filter(slug -> inScope.getOrDefault(slug, post.id()).equals(post.id()))
                    .findFirst()
                    .ifPresent(slug -> proposals.put(post.id(), slug));
        }
    }

    private static String wanted(Post post) {
        var wanted = Slugs.from(post.title());
        return wanted.isEmpty() ? Long.toString(post.id()) : wanted;
    }

    /** A trashed post keeps its slug in mind and leaves it to others. */
    void release(Post post) {
        registry.release(scope(post), post.id());
    }

    /** As {@link #release(Post)}, for many; one statement. */
    void release(Collection<Post> trashed) {
        registry.release(
                trashed.stream().map(PostAddresses::scope).distinct().toList(),
                trashed.stream().map(Post::id).toList());
    }

    /**
     * Takes the slugs of restored posts back and makes those of posts that have none yet, or takes
     * the next free ones. It does not ask for the slugs that they hold: they hold none.
     */
    void takeFree(Collection<Post> slugless) {
        var wanted = slugless.stream()
                .collect(Collectors.toMap(
                        Post::id, post -> new Address(scope(post), post.slug() == null ? wanted(post) : post.slug())));
        var got = registry.claimFree(wanted);
        slugless.forEach(post -> post.moveTo(got.get(post.id())));
    }

    /** Takes the slug back, or the next free one. */
    void reclaim(Post post) {
        if (post.slug() != null && !post.isTrashed()) {
            post.moveTo(registry.claimFree(scope(post), post.slug(), post.id()));
        }
    }

    /** What a path leads to: a slug, or for pages the slugs from the top of the tree down. */
    Optional<SlugTarget> find(PostType type, List<String> path) {
        Optional<SlugTarget> found = Optional.empty();
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
        return found.map(target -> new SlugTarget(target.ownerId(), all));
    }

    /** The present path of a post: one slug, or for pages the slugs from the top down. */
    List<String> path(Post post) {
        if (post.parentId() == null) {
            return List.of(post.slug());
        }
        var above = posts.ancestors(post.id());
        var slugs = posts.slugs(above);
        var path = new ArrayList<String>();
        path.add(post.slug());
        above.forEach(id -> path.add(0, slugs.get(id)));
        return path;
    }

    List<String> former(Post post) {
        return registry.formerOf(scope(post), post.id());
    }

    /** No address leads to the post any more. */
    void forget(Post post) {
        registry.forget(post.type().noun(), post.id());
    }

    /** Only what readers could know is worth remembering. */
    private void leave(Post post, String scope, boolean wasPublished) {
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
