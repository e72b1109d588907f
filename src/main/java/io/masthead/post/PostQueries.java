package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.media.MediaService;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.platform.slug.SlugOwner;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.PostVisibility;
import io.masthead.post.dynamic.DynamicBlocks;
import io.masthead.post.dynamic.DynamicContent;
import io.masthead.post.event.PostTags;
import io.masthead.post.related.RelatedPosts;
import io.masthead.post.search.CategoryDescendants;
import io.masthead.post.search.LocatedPost;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostListTags;
import io.masthead.post.search.PostParts;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.TermFilter;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads posts and pages as far as the caller may see them. */
@ApplicationScoped
@Transactional
public class PostQueries {

    /** No id: ids begin with 1. */
    private static final long NOTHING = 0;

    private final PostRepository posts;
    private final PostSlugs addresses;
    private final TermService terms;
    private final MediaService media;
    private final PostListTags listTags;
    private final RelatedPosts relatedPosts;
    private final DynamicBlocks dynamicBlocks;
    private final ReadTags reads;

    PostQueries(
            PostRepository posts,
            PostSlugs addresses,
            TermService terms,
            MediaService media,
            PostListTags listTags,
            RelatedPosts relatedPosts,
            DynamicBlocks dynamicBlocks,
            ReadTags reads) {
        this.posts = posts;
        this.addresses = addresses;
        this.terms = terms;
        this.media = media;
        this.listTags = listTags;
        this.relatedPosts = relatedPosts;
        this.dynamicBlocks = dynamicBlocks;
        this.reads = reads;
    }

    /** A page of the posts or pages that the caller may see. */
    @BoundedReads
    public Page<PostView> search(PostQuery query, Actor actor) {
        return search(query, actor, null);
    }

    /**
     * As {@link #search(PostQuery, Actor)}, for a caller who has a password.
     *
     * @param password opens those posts of the page that it is the password of; null for nothing
     */
    @BoundedReads
    public Page<PostView> search(PostQuery query, Actor actor, String password) {
        var descendants = descendants(query.filter());
        var rows = posts.search(query, actor, descendants);
        var dynamic = dynamic(rows.items(), actor);
        var found = rows.map(row -> opened(row, actor, password, dynamic));
        if (actor.isAnonymous()) { // nobody keeps the response of others
            reads.add(listTags.of(query.filter(), descendants, terms(found.items())));
        }
        if (query.withPicture()) {
            found.items().forEach(this::showPicture);
        }
        return found;
    }

    /** Each once; by id, since comparing all that terms have takes longer. */
    private static Collection<TermSummary> terms(List<PostView> listed) {
        var terms = new HashMap<Long, TermSummary>();
        for (var view : listed) {
            if (view.post().type() == PostType.POST) {
                view.post().categories().forEach(term -> terms.put(term.id(), term));
                view.post().tags().forEach(term -> terms.put(term.id(), term));
            }
        }
        return terms.values();
    }

    private CategoryDescendants descendants(PostFilter filter) {
        var upper =
                filter.terms().stream().filter(TermFilter::includesDescendants).toList();
        var ids = upper.stream().flatMap(one -> one.ids().stream()).toList();
        var slugs = upper.stream().flatMap(one -> one.slugs().stream()).toList();
        return new CategoryDescendants(
                ids.isEmpty() ? Map.of() : terms.withDescendantsOf(ids),
                slugs.isEmpty() ? Map.of() : terms.withDescendants(slugs));
    }

    /**
     * What the caller may see of these, in the order of their ids; texts behind a password stay
     * closed.
     */
    public List<PostView> visible(PostType type, Collection<Long> ids, Actor actor) {
        reads.add(ids.stream().map(id -> PostTags.of(type, id)).toList());
        if (ids.isEmpty()) {
            return List.of();
        }
        var visibility = PostVisibility.of(type, actor);
        var rows = posts.readAll(type, ids).stream()
                .filter(row -> visibility.covers(row.post()))
                .toList();
        var dynamic = dynamic(rows, actor);
        return rows.stream().map(row -> view(row, actor, null, dynamic)).toList();
    }

    /**
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN} or
     *     {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public PostView get(PostType type, long id, Actor actor, String password) {
        return view(read(type, id, false, actor), actor, password);
    }

    private PostRepository.Row read(PostType type, long id, boolean withPicture, Actor actor) {
        return posts.read(type, id, withPicture, actor).orElseThrow(() -> unreadable(type, id));
    }

    /** As {@link #get(PostType, long, Actor, String)}, with what is asked for beside the post. */
    public PostDetails get(PostType type, long id, Actor actor, String password, PostParts parts) {
        var row = read(type, id, parts.featuredMedia(), actor);
        var view = view(row, actor, password);
        if (parts.featuredMedia()) {
            showPicture(view);
        }
        if (parts.previous() || parts.next()) {
            reads.add(PostTags.all(type));
        }
        return new PostDetails(
                view,
                parts.formerSlugs() ? addresses.former(view.post()) : List.of(),
                posts.neighbours(view.post(), parts.previous(), parts.next()),
                parts.related() ? relatedPosts.to(view.post(), actor) : null);
    }

    /** A post that was just written, with its featured media and the slugs that it had before. */
    public PostDetails written(PostView view, Actor actor) {
        var shown = withPictures(List.of(view), actor).get(0);
        return new PostDetails(shown, addresses.former(view.post()), PostNeighbours.NONE, null);
    }

    /** Posts that were just written, with their featured media; one statement, or none if they have none. */
    public List<PostView> withPictures(List<PostView> written, Actor actor) {
        var ids = written.stream()
                .map(view -> view.post().featuredMediaId())
                .filter(Objects::nonNull)
                .toList();
        var pictures = new HashMap<>(media.byIds(ids, actor)); // which may be asked for null
        return written.stream()
                .map(view -> view.withPicture(pictures.get(view.post().featuredMediaId())))
                .toList();
    }

    /** The slugs that each of these had before, in alphabetical order; one statement, or none for an empty list. */
    public Map<Long, List<String>> formerSlugs(List<PostView> of) {
        return addresses.former(of.stream().map(PostView::post).toList());
    }

    private void showPicture(PostView view) {
        if (view.picture() != null) {
            media.shown(view.picture());
        } else if (view.post().featuredMediaId() != null) {
            reads.add(Tags.MEDIA); // the post that hides it may be published
        }
    }

    private CmsException unreadable(PostType type, long id) {
        return posts.exists(type, id) ? PostRights.hidden(type) : PostRights.notFound(type);
    }

    /**
     * Finds by address, one it had before included.
     *
     * @param path a slug; for pages the slugs from the top of the tree down
     */
    public LocatedPost getByPath(PostType type, List<String> path, Actor actor, String password, PostParts parts) {
        var found = addresses.find(type, path);
        // Also where nothing has the address: the time must not tell what is hidden from missing.
        var wanted = found.filter(SlugOwner::current).isPresent() ? parts : PostParts.NONE;
        var details = get(type, found.map(SlugOwner::ownerId).orElse(NOTHING), actor, password, wanted);
        var place = found.orElseThrow();
        if (!place.current()) {
            reads.add(PostTags.all(type)); // a new post may take the slug
        }
        return new LocatedPost(
                details,
                place.current(),
                place.current() ? path : addresses.path(details.view().post()));
    }

    /** What a post says; the caller has seen to it that it may be told. */
    public PostContent content(Post post) {
        return PostContent.of(post, posts.body(post.id()));
    }

    /**
     * The slug that each post would get from its title if it were out; absent where a thousand
     * posts have that title. One statement, mostly.
     */
    public Map<Long, String> slugProposals(Collection<Post> of) {
        return addresses.proposals(of);
    }

    /** As the caller may see it; the password must be that of the post, or null. */
    PostView view(PostRepository.Row row, Actor actor, String password) {
        return view(row, actor, password, dynamic(List.of(row), actor));
    }

    private DynamicContent dynamic(List<PostRepository.Row> rows, Actor actor) {
        return new DynamicContent(
                dynamicBlocks,
                actor,
                rows.stream()
                        .filter(row -> row.body() != null)
                        .collect(Collectors.toMap(
                                row -> row.post().id(),
                                row -> () -> row.body().html(row.post()),
                                (one, same) -> one,
                                LinkedHashMap::new)));
    }

    private PostView view(PostRepository.Row row, Actor actor, String password, DynamicContent dynamic) {
        var post = row.post();
        reads.add(PostTags.shown(post));
        var editable = PostRights.mayEdit(post, actor);
        var unlocked = editable || !post.isProtected();
        if (!unlocked && password != null) {
            PostRights.requirePassword(post, password);
            unlocked = true;
        }
        return new PostView(post, row.body(), row.picture(), unlocked, editable, dynamic);
    }

    /** As {@link #view}, with a password that need not be meant for this post. */
    private PostView opened(PostRepository.Row row, Actor actor, String password, DynamicContent dynamic) {
        return view(row, actor, row.post().unlocks(password) ? password : null, dynamic);
    }
}
