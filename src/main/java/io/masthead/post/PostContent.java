package io.masthead.post;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.patch.ContentPatch;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import java.util.Objects;

/**
 * The content of a post, apart from the post, so that it can be stored, compared and restored.
 *
 * @param titleHtml null unless the title came with markup
 * @param excerpt as it was written; null if it is derived
 */
public record PostContent(String title, String titleHtml, ContentFormat format, String source, String excerpt) {

    static PostContent of(Post post, PostBody body) {
        return new PostContent(
                post.title(), post.titleMarkup(), body.format(), body.filteredSource(), post.excerptSource());
    }

    /** Empty content of this format. */
    public static PostContent blank(ContentFormat format) {
        return new PostContent("", null, format, "", null);
    }

    /**
     * This content after a patch, by the rules for posts.
     *
     * @throws io.masthead.kernel.CmsException for a patch that breaks rules, naming all of them
     */
    public PostContent with(ContentPatch changes) {
        var violations = new Violations();
        PostPatchRules.checkText(PostPatch.ofContent(changes), violations);
        violations.throwIfAny();
        var changed = new PostContent(
                changes.title().orKeep(title),
                changes.title().isSet() && !changes.title().value().equals(title) ? null : titleHtml,
                changes.contentFormat().orKeep(format),
                SourceFilter.filter(
                        changes.source().orKeep(source), changes.contentFormat().orKeep(format)),
                SourceFilter.filter(changes.excerpt().orKeep(excerpt), ContentFormat.WORDPRESS));
        if (changes.source().isSet() || changes.contentFormat().isSet()) {
            PostEditor.render(changed.source, changed.format);
        }
        return changed;
    }

    private boolean isTitle(Post post) {
        return title.equals(post.title()) && Objects.equals(titleHtml, post.titleMarkup());
    }

    /** The patch that gives another post this content, except for the markup of the title. */
    PostPatch toChanges(Post present) {
        return PostPatch.ofContent(new ContentPatch(
                // A title that stays the same keeps its markup.
                isTitle(present) ? Patch.absent() : Patch.to(title),
                Patch.to(source),
                Patch.to(format),
                Patch.to(excerpt)));
    }
}
