package io.masthead.permalink;

import io.masthead.media.Media;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.Post;
import io.masthead.post.PostType;
import io.masthead.post.event.PostTags;
import io.masthead.setting.PermalinkStructure.Tag;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks up what the URLs of a whole list need, in at most four statements, and none if nothing is nested: the
 * posts of media, the ancestors of pages, and, if URLs of posts contain a category or categories were
 * requested, the categories and their ancestors.
 */
@ApplicationScoped
@Transactional
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
        return of(List.of(), List.of(), List.of());
    }

    /** For posts and pages, and the comments on them. */
    public PermalinkBuilder ofPosts(Collection<Post> posts) {
        return of(posts.stream().map(PermalinkSource::of).toList(), List.of(), List.of());
    }

    public PermalinkBuilder ofTerms(Collection<Term> terms) {
        return ofTermSummaries(terms.stream().map(TermSummary::of).toList());
    }

    public PermalinkBuilder ofTermSummaries(Collection<TermSummary> terms) {
        return of(List.of(), terms, List.of());
    }

    public PermalinkBuilder ofMedia(Collection<Media> media) {
        return of(List.of(), List.of(), media);
    }

    public PermalinkBuilder of(
            Collection<PermalinkSource> posts, Collection<TermSummary> terms, Collection<Media> media) {
        var site = settings.get();
        var parents = repository.sources(media.stream()
                .map(Media::postId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var places = new ArrayList<>(posts);
        places.addAll(parents.values());
        var filed = site.addresses().structure().has(Tag.CATEGORY)
                ? repository.firstCategories(places.stream()
                        .filter(place -> place.type() == PostType.POST)
                        .map(PermalinkSource::id)
                        .toList())
                : Map.<Long, Long>of();
        var pages = repository.pages(places.stream()
                .map(PermalinkSource::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var categories = new HashSet<>(filed.values());
        terms.stream()
                .filter(term -> term.kind() == TermKind.CATEGORY && term.parentId() != null)
                .forEach(term -> categories.add(term.parentId()));
        if (site.addresses().structure().has(Tag.CATEGORY) && !places.isEmpty()) {
            categories.add(site.defaultCategoryId());
        }
        parents.values().forEach(parent -> reads.add(PostTags.of(parent.type(), parent.id())));
        if (!parents.isEmpty() && site.addresses().structure().has(Tag.AUTHOR)) {
            reads.add(Tags.USERS);
        }
        reads.add(categories.stream().map(Tags::term).toList());
        return new PermalinkBuilder(site, parents, pages, filed, repository.categories(categories));
    }
}
