package io.masthead.post.related;

import io.masthead.kernel.Actor;
import io.masthead.media.MediaService;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.Post;
import io.masthead.post.event.PostTags;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Finds posts by the categories and tags that they share with another one. */
@ApplicationScoped
@Transactional
public class RelatedPosts {

    /** The maximum number of related posts. */
    public static final int MAX = 5;

    /** Further terms are not looked at. */
    private static final int MAX_TERMS = 10;

    private final RelatedPostRepository repository;
    private final MediaService media;
    private final SettingService settings;
    private final ReadTags reads;

    RelatedPosts(RelatedPostRepository repository, MediaService media, SettingService settings, ReadTags reads) {
        this.repository = repository;
        this.media = media;
        this.settings = settings;
        this.reads = reads;
    }

    /**
     * Published posts that share tags, or categories other than the default one, with the post: those with the most in common first, the latest
     * first among equals. Only the latest {@value RelatedPostRepository#LATEST} posts of each term are considered.
     * One statement, or none if the post has no such terms.
     *
     * @param post with its terms
     */
    public List<RelatedPost> to(Post post, Actor actor) {
        // Tags first, since they say more than categories; the category of posts without one says nothing.
        var none = settings.get().defaultCategoryId();
        var terms = Stream.concat(
                        post.tags().stream(),
                        post.categories().stream()
                                .filter(category -> !category.id().equals(none)))
                .limit(MAX_TERMS)
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        // Any post that gets one of the terms may enter the list.
        reads.add(terms.stream()
                .map(term -> term.kind() == TermKind.CATEGORY ? Tags.category(term.id()) : Tags.tag(term.id()))
                .toList());
        var found = repository.sharing(
                post.id(), terms.stream().map(TermSummary::id).toList(), MAX, actor);
        found.forEach(this::recordRead);
        return found;
    }

    private void recordRead(RelatedPost related) {
        var post = related.post();
        reads.add(PostTags.of(post.type(), post.id()));
        if (related.picture() != null) {
            media.shown(related.picture());
        } else if (post.featuredMediaId() != null) {
            reads.add(Tags.MEDIA); // the post that hides it may be published
        }
    }
}
