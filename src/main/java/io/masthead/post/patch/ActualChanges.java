package io.masthead.post.patch;

import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.taxonomy.TermSummary;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a patch that differs from the post. The rest is no change: a client that sends a post back as it
 * was read needs no right to its values, and does not break rules that are newer than the post.
 */
public final class ActualChanges {

    private ActualChanges() {}

    public static PostPatch of(Post post, PostBody body, PostPatch wanted) {
        return PostPatch.builder()
                .title(wanted.title().differingFrom(post.title()))
                .slug(wanted.slug().differingFrom(post.slug()))
                .source(source(wanted.source(), body))
                .contentFormat(wanted.contentFormat().differingFrom(body.format()))
                .excerpt(wanted.excerpt().differingFrom(post.excerptSource()))
                .status(wanted.status().differingFrom(post.status()))
                .password(wanted.password().differingFrom(post.password()))
                .publishedAt(wanted.publishedAt().differingFrom(post.publishedAt()))
                .authorId(wanted.authorId().differingFrom(post.author().id()))
                .featuredMediaId(wanted.featuredMediaId().differingFrom(post.featuredMediaId()))
                .commentsOpen(wanted.commentsOpen().differingFrom(post.hasCommentsOpen()))
                .pingsOpen(wanted.pingsOpen().differingFrom(post.hasPingsOpen()))
                .sticky(wanted.sticky().differingFrom(post.isSticky()))
                .format(wanted.format().differingFrom(post.format()))
                .template(wanted.template().differingFrom(post.template()))
                .categoryIds(terms(wanted.categoryIds(), post.categories()))
                .tagIds(terms(wanted.tagIds(), post.tags()))
                .customFields(CustomFields.differing(wanted.customFields(), post.customFields()))
                .parentId(wanted.parentId().differingFrom(post.parentId()))
                .menuOrder(wanted.menuOrder().differingFrom(post.menuOrder()))
                .build();
    }

    private static Patch<String> source(Patch<String> wanted, PostBody body) {
        return wanted.isSet() ? wanted.differingFrom(body.filteredSource()) : wanted;
    }

    private static Patch<List<Long>> terms(Patch<List<Long>> wanted, List<TermSummary> present) {
        var ids = present.stream().map(TermSummary::id).collect(Collectors.toSet());
        return wanted.isSet() && wanted.value() != null && ids.equals(new HashSet<>(wanted.value()))
                ? Patch.absent()
                : wanted;
    }
}
