package io.masthead.post;

import io.masthead.kernel.Patch;
import io.masthead.taxonomy.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of asked changes differs from what a post is. The rest is no change: whoever sends a post
 * back as it was read needs no right to what it says already, and breaks no rule by it that came
 * later than the post.
 */
final class ActualChanges {

    private ActualChanges() {}

    static PostPatch of(Post post, PostBody body, PostPatch wanted) {
        return new PostPatch(
                wanted.title().differingFrom(post.title()),
                wanted.slug().differingFrom(post.slug()),
                source(wanted.source(), body),
                wanted.contentFormat().differingFrom(body.format()),
                wanted.excerpt().differingFrom(post.excerptSource()),
                wanted.status().differingFrom(post.status()),
                wanted.password().differingFrom(post.password()),
                wanted.publishedAt().differingFrom(post.publishedAt()),
                wanted.authorId().differingFrom(post.author().id()),
                wanted.featuredMediaId().differingFrom(post.featuredMediaId()),
                wanted.commentsOpen().differingFrom(post.hasCommentsOpen()),
                wanted.pingsOpen().differingFrom(post.hasPingsOpen()),
                wanted.sticky().differingFrom(post.isSticky()),
                wanted.format().differingFrom(post.format()),
                wanted.template().differingFrom(post.template()),
                terms(wanted.categoryIds(), post.categories()),
                terms(wanted.tagIds(), post.tags()),
                fields(wanted.customFields(), post.customFields()),
                wanted.parentId().differingFrom(post.parentId()),
                wanted.menuOrder().differingFrom(post.menuOrder()));
    }

    private static Patch<String> source(Patch<String> wanted, PostBody body) {
        return wanted.isSet() ? wanted.differingFrom(body.filteredSource()) : wanted;
    }

    private static Patch<List<Long>> terms(Patch<List<Long>> wanted, List<Term> present) {
        var ids = present.stream().map(Term::id).collect(Collectors.toSet());
        return wanted.isSet() && wanted.value() != null && ids.equals(new HashSet<>(wanted.value()))
                ? Patch.absent()
                : wanted;
    }

    private static Patch<Map<String, Object>> fields(Patch<Map<String, Object>> patch, Map<String, Object> present) {
        return patch.isSet() && CustomFields.merge(present, patch.value()).equals(present) ? Patch.absent() : patch;
    }
}
