package io.masthead.permalink;

import io.masthead.media.Media;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.Post;
import io.masthead.post.PostNeighbours;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.event.PostTags;
import io.masthead.setting.AddressSettings;
import io.masthead.setting.PermalinkStructure.Tag;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up what the URLs of a whole list need, in at most four statements, and none if nothing is nested: the
 * posts of media, the ancestors of pages, and, if URLs of posts contain a category or categories were
 * requested, the categories and their ancestors.
 */
@ApplicationScoped
public class Permalinks {

    private final PermalinkRepository repository;
    private final SettingService settings;
    private final ReadTags reads;

    Permalinks(PermalinkRepository repository, SettingService settings, ReadTags reads) {
        this.repository = repository;
        this.settings = settings;
        this.reads = reads;
    }

    /** For URLs that need no look-up: the site, authors, tags, archives. */
    public PermalinkBuilder plain() {
        return of(List.of(), List.of(), Map.of());
    }

    /** For posts and pages, and the comments on them. */
    public PermalinkBuilder ofPosts(Collection<Post> posts) {
        return ofSources(posts.stream().map(PermalinkSource::of).toList());
    }

    /** As {@link #ofPosts}. */
    public PermalinkBuilder ofSources(Collection<PermalinkSource> posts) {
        return of(posts, List.of(), Map.of());
    }

    /** As {@link #ofSources}, also for {@link PermalinkBuilder#by} with any of these settings. */
    public PermalinkBuilder ofSourcesBy(Collection<PermalinkSource> posts, Collection<AddressSettings> others) {
        var inCategories = Stream.concat(Stream.of(settings.get().addresses()), others.stream())
                .anyMatch(addresses -> addresses.structure().has(Tag.CATEGORY));
        return of(posts, List.of(), Map.of(), inCategories);
    }

    /** For posts or pages with the authors, terms and neighbours that are shown with them. */
    public PermalinkBuilder ofShown(Collection<PostView> views, PostNeighbours neighbours) {
        var posts = views.stream().map(PostView::post).toList();
        var terms = posts.stream()
                .filter(post -> post.type() == PostType.POST)
                .flatMap(post -> post.categories().stream())
                .distinct()
                .toList();
        return of(
                Stream.concat(
                                posts.stream().map(PermalinkSource::of),
                                neighbours.stream().map(PermalinkSource::of))
                        .toList(),
                terms,
                Map.of());
    }

    /** As {@link #ofShown}, for one post with other posts and, if wanted, the comments on it. */
    public PermalinkBuilder ofPostPage(
            PostView view, PostNeighbours neighbours, Collection<Post> others, boolean withComments) {
        var source = PermalinkSource.of(view.post());
        return of(
                Stream.of(
                                Stream.of(source),
                                neighbours.stream().map(PermalinkSource::of),
                                others.stream().map(PermalinkSource::of))
                        .flatMap(one -> one)
                        .toList(),
                view.post().type() == PostType.POST ? view.post().categories() : List.of(),
                withComments ? Map.of(source.id(), source) : Map.of());
    }

    /** For comments on these posts and pages. */
    public PermalinkBuilder ofCommented(Collection<Post> posts) {
        var commented = posts.stream()
                .map(PermalinkSource::of)
                .collect(Collectors.toMap(PermalinkSource::id, source -> source, (one, same) -> one));
        return of(List.of(), List.of(), commented);
    }

    /** As {@link #ofCommented}, for posts that have not been read, which takes a statement. */
    public PermalinkBuilder ofCommentedIds(Collection<Long> postIds) {
        return of(List.of(), List.of(), postIds.isEmpty() ? Map.of() : repository.sources(Set.copyOf(postIds)));
    }

    public PermalinkBuilder ofTerms(Collection<Term> terms) {
        return ofTermSummaries(terms.stream().map(TermSummary::of).toList());
    }

    public PermalinkBuilder ofTermSummaries(Collection<TermSummary> terms) {
        return of(List.of(), terms, Map.of());
    }

    /** For posts, pages, categories and tags of one response. */
    public PermalinkBuilder ofAll(Collection<PermalinkSource> posts, Collection<TermSummary> terms) {
        return of(posts, terms, Map.of());
    }

    public PermalinkBuilder ofMedia(Collection<Media> media) {
        return ofMediaOfPosts(media.stream().map(Media::postId).toList());
    }

    /** For media that belong to these posts; null for none. */
    public PermalinkBuilder ofMediaOfPosts(Collection<Long> ids) {
        var postIds = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return of(List.of(), List.of(), postIds.isEmpty() ? Map.of() : repository.sources(postIds));
    }

    /** @param parents the posts of media or comments, by id */
    private PermalinkBuilder of(
            Collection<PermalinkSource> posts, Collection<TermSummary> terms, Map<Long, PermalinkSource> parents) {
        return of(posts, terms, parents, settings.get().addresses().structure().has(Tag.CATEGORY));
    }

    private PermalinkBuilder of(
            Collection<PermalinkSource> posts,
            Collection<TermSummary> terms,
            Map<Long, PermalinkSource> parents,
            boolean ofPostsInCategories) {
        var site = settings.get();
        var places = new ArrayList<>(posts);
        places.addAll(parents.values());
        var ofPosts = ofPostsInCategories
                ? places.stream()
                        .filter(place -> place.type() == PostType.POST)
                        .map(PermalinkSource::id)
                        .toList()
                : List.<Long>of();
        var filed = ofPosts.isEmpty() ? Map.<Long, Long>of() : repository.firstCategories(ofPosts);
        var above = places.stream()
                .map(PermalinkSource::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var pages = above.isEmpty() ? Map.<Long, PathSegment>of() : repository.pages(above);
        parents.values().forEach(parent -> reads.add(PostTags.of(parent.type(), parent.id())));
        if (!parents.isEmpty() && site.addresses().structure().has(Tag.AUTHOR)) {
            reads.add(Tags.USERS);
        }
        return new PermalinkBuilder(
                site,
                parents,
                pages,
                filed,
                categories(site, terms, filed.values(), ofPostsInCategories && !places.isEmpty()));
    }

    /** The categories above these terms and those in URLs of posts, with all above them. */
    private Map<Long, PathSegment> categories(
            SiteSettings site, Collection<TermSummary> terms, Collection<Long> filed, boolean withDefault) {
        var unknown = new HashSet<>(filed);
        var known = new HashMap<Long, PathSegment>();
        for (var term : terms) {
            if (term.kind() == TermKind.CATEGORY && term.parentId() != null) {
                reads.add(Tags.term(term.parentId()));
                if (term.above() == null || term.above().greatGrandparentId() != null) {
                    unknown.add(term.parentId());
                } else {
                    addAbove(term, known);
                }
            }
        }
        if (withDefault) {
            unknown.add(site.defaultCategoryId());
        }
        reads.add(unknown.stream().map(Tags::term).toList());
        if (!unknown.isEmpty()) {
            known.putAll(repository.categories(unknown));
        }
        return known;
    }

    private static void addAbove(TermSummary term, Map<Long, PathSegment> tree) {
        var above = term.above();
        if (above.parentSlug() != null) {
            tree.put(term.parentId(), new PathSegment(above.grandparentId(), above.parentSlug()));
        }
        if (above.grandparentSlug() != null) {
            tree.put(above.grandparentId(), new PathSegment(null, above.grandparentSlug()));
        }
    }
}
