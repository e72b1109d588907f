package io.masthead.post;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.patch.ContentPatch;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import java.util.Objects;

/**
 * What a post says, apart from the post: so that it can be kept, compared and restored.
 *
 * @param titleHtml null unless the title came with markup
 * @param excerpt as it was written; null where it is derived
 */
public record PostContent(String title, String titleHtml, ContentFormat format, String source, String excerpt) {

    static PostContent of(Post post, PostBody body) {
        return new PostContent(
                post.title(), post.titleMarkup(), body.format(), body.filteredSource(), post.excerptSource());
    }

    /** A text of this format that says nothing. */
    public static PostContent blank(ContentFormat format) {
        return new PostContent("", null, format, "", null);
    }

    /**
     * The same after a change, by the rules that a post of it would have to keep.
     *
     * @throws io.masthead.kernel.CmsException for changes that break a rule, all of them named
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

    /** What makes a post that says something else say this, but for the markup of the title. */
    PostPatch toChanges(Post present) {
        return PostPatch.ofContent(new ContentPatch(
                // A title that stays keeps its markup.
                isTitle(present) ? Patch.absent() : Patch.to(title),
                Patch.to(source),
                Patch.to(format),
                Patch.to(excerpt)));
    }
}
