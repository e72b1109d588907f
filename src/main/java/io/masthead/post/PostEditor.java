package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.OnConflict;
import io.masthead.post.footnote.BlockFootnotes;
import io.masthead.post.patch.ActualChanges;
import io.masthead.post.patch.NamedTerms;
import io.masthead.post.patch.PostPatch;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.content.RenderedContent;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Applies patches to a post: validates each field and updates what depends on it. */
@ApplicationScoped
class PostEditor {

    private final PostSlugs slugs;
    private final PostPatchRules rules;
    private final TermService terms;
    private final NamedTerms namedTerms;
    private final UserService users;

    PostEditor(PostSlugs slugs, PostPatchRules rules, TermService terms, NamedTerms namedTerms, UserService users) {
        this.slugs = slugs;
        this.rules = rules;
        this.terms = terms;
        this.namedTerms = namedTerms;
        this.users = users;
    }

    /**
     * @param inUse how to handle a chosen slug that is taken; with {@link OnConflict#FIT}, drafts get no slug of
     *     their own, as in WordPress
     * @throws CmsException for changes that break rules, naming all of them, or that this caller may not make
     */
    void apply(Post post, PostBody body, PostPatch wanted, OnConflict inUse, Actor actor, Instant now) {
        var changes = ActualChanges.of(post, body, namedTerms.resolved(wanted, actor));
        rules.checkRights(post, changes, actor);
        rules.check(post, body, changes, actor, now);
        var wasPublished = post.isPublished();
        var formerParent = post.parentId();
        var followsTitle = !wanted.slug().isSet() && post.publishedAt() == null && PostSlugs.isMade(post);

        changes.title().ifSet(title -> post.rename(title, null));
        var formerFields = post.customFields();
        changes.customFields().ifSet(patch -> {
            var merged = CustomFields.merge(post.customFields(), patch);
            post.setCustomFields(merged, CustomFields.rows(merged));
        });
        updateText(post, body, changes, formerFields);
        changes.authorId().ifSet(id -> post.setAuthor(users.require(id, "authorId")));
        changes.featuredMediaId().ifSet(post::setFeaturedMedia);
        changes.commentsOpen().ifSet(post::setCommentsOpen);
        changes.pingsOpen().ifSet(post::setPingsOpen);
        changes.sticky().ifSet(post::setSticky);
        changes.format().ifSet(post::setFormat);
        changes.template().ifSet(template -> post.setTemplate(template == null ? "" : template));
        changes.password().ifSet(post::setPassword);
        changes.categoryIds()
                .ifSet(ids -> post.setTerms(TermKind.CATEGORY, terms.require(TermKind.CATEGORY, ids, "categoryIds")));
        changes.tagIds().ifSet(ids -> post.setTerms(TermKind.TAG, terms.require(TermKind.TAG, ids, "tagIds")));
        changes.parentId().ifSet(post::setParent);
        changes.menuOrder().ifSet(post::setMenuOrder);

        changes.publishedAt().ifSet(post::setPublishedAt);
        changes.status().ifSet(status -> {
            if (status == PostStatus.PUBLISHED) {
                post.publish(now);
            } else {
                post.changeStatus(status);
            }
        });
        updateSlug(post, changes, inUse, formerParent, wasPublished);
        if (inUse == OnConflict.REFUSE && !post.status().needsSlug()) {
            updateSlugOfDraft(post, changes, followsTitle);
        }
        post.touch(now);
    }

    /** Renders what changed; output of earlier renderer versions is left to the job. */
    private static void updateText(Post post, PostBody body, PostPatch changes, Map<String, Object> formerFields) {
        var written = changes.source().isSet() || changes.contentFormat().isSet();
        if (written) {
            body.setSource(
                    changes.contentFormat().orKeep(body.format()),
                    changes.source().orKeep(body.source()));
        }
        changes.excerpt().ifSet(post::setExcerptSource);
        if (written || BlockFootnotes.differ(body.source(), formerFields, post.customFields())) {
            setRendered(post, body, render(shown(post, body), body.format()));
        } else if (changes.excerpt().isSet()) {
            setRendered(post, body, body.content(post));
        }
    }

    private static String shown(Post post, PostBody body) {
        return BlockFootnotes.inserted(body.source(), post.customFields());
    }

    private static void setRendered(Post post, PostBody body, RenderedContent content) {
        try {
            post.setDerived(
                    body.setRendered(RenderedPost.of(shown(post, body), body.format(), post.excerptSource(), content)));
        } catch (ContentTooComplexException e) {
            // A derived excerpt comes from the text.
            var field = post.excerptSource() == null ? "content/source" : "excerpt";
            throw CmsException.field(field, "too_complex", e.getMessage());
        }
    }

    /** @throws CmsException for a text that is too expensive to render */
    static RenderedContent render(String source, ContentFormat format) {
        try {
            return ContentRenderer.render(source, format);
        } catch (ContentTooComplexException e) {
            throw CmsException.field("content/source", "too_complex", e.getMessage());
        }
    }

    /**
     * Cleans inline HTML.
     *
     * @throws CmsException for markup that is too expensive to clean
     */
    static String cleanInline(String field, String html) {
        try {
            return HtmlCleaner.inline(html);
        } catch (ContentTooComplexException e) {
            throw CmsException.field(field, "too_complex", e.getMessage());
        }
    }

    private void updateSlug(Post post, PostPatch changes, OnConflict inUse, Long formerParent, boolean wasPublished) {
        var moved = formerParent == null ? post.parentId() != null : !formerParent.equals(post.parentId());
        if (moved) {
            slugs.keepAfterMove(post, formerParent, wasPublished);
        }
        if (changes.slug().isSet() && changes.slug().value() != null) {
            slugs.set(post, changes.slug().value(), inUse, wasPublished);
        } else if (post.status().needsSlug() && (changes.slug().isSet() || post.slug() == null)) {
            slugs.generate(post, wasPublished);
        } else if (changes.slug().isSet()) {
            slugs.clear(post, wasPublished);
        }
    }

    /** Front ends preview drafts at their address, which changes with the title until somebody chooses another one. */
    private void updateSlugOfDraft(Post post, PostPatch changes, boolean followsTitle) {
        var isAsked = changes.title().isSet() || changes.slug().isSet();
        if (isAsked && !post.title().isBlank() && (post.slug() == null || followsTitle)) {
            slugs.generateForDraft(post);
        }
    }
}
