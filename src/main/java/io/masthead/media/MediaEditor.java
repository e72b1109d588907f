package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Violations;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Applies changes to a row, all or none, by the rules for media. */
@ApplicationScoped
class MediaEditor {

    private final UploadVisibility uploads;
    private final UserService users;
    private final SlugRegistry slugs;

    MediaEditor(UploadVisibility uploads, UserService users, SlugRegistry slugs) {
        this.uploads = uploads;
        this.users = users;
        this.slugs = slugs;
    }

    /**
     * Checks what needs no row.
     *
     * @throws io.masthead.kernel.CmsException naming each invalid field
     */
    static void check(MediaPatch changes, OnConflict onConflict) {
        texts(changes, Map.of(), onConflict);
    }

    private static Texts texts(MediaPatch changes, Map<String, Object> formerFields, OnConflict onConflict) {
        var violations = new Violations();
        if (violations.hasValue("title", changes.title())) {
            MediaText.checkTitle(changes.title().value(), violations);
        }
        violations.hasValue("altText", changes.altText());
        var altText = MediaText.altText(changes.altText().value(), violations);
        violations.hasValue("caption", changes.caption());
        var caption = changes.caption().value() == null
                ? ""
                : MediaText.caption(changes.caption().value(), violations);
        violations.hasValue("description", changes.description());
        var description = changes.description().value() == null
                ? ""
                : MediaText.description(changes.description().value(), violations);
        violations.hasValue("credit", changes.credit());
        var credit = MediaText.credit(changes.credit().value(), violations);
        violations.addFault(changes.focalPoint());
        if (onConflict == OnConflict.REFUSE) {
            MediaText.checkSlug(changes.slug().value(), violations);
        }
        var fields = CustomFields.changed(formerFields, changes.customFields(), violations);
        violations.throwIfAny();
        return new Texts(altText, caption, description, credit, fields);
    }

    /**
     * @param changes those that differ from the row
     * @param onConflict how to handle a slug that is malformed or taken
     * @throws io.masthead.kernel.CmsException naming each invalid field, or the refusal for a caller who may not
     */
    void apply(Media row, MediaPatch changes, OnConflict onConflict, Actor actor) {
        var texts = texts(changes, row.customFields(), onConflict);
        row.setTexts(
                changes.title().orKeep(row.title()),
                changes.altText().isSet() ? texts.altText() : row.altText(),
                changes.caption().isSet() ? texts.caption() : row.caption(),
                changes.description().isSet() ? texts.description() : row.description());
        changes.credit().ifSet(credit -> row.setCredit(texts.credit()));
        changes.customFields().ifSet(patch -> row.setCustomFields(texts.customFields()));
        changes.focalPoint().ifSet(row::setFocalPoint);
        changes.createdAt().ifSet(row::setCreatedAt);
        changes.postId().ifSet(postId -> attach(row, postId, actor));
        changes.authorId().ifSet(authorId -> assign(row, authorId, actor));
        changes.slug().ifSet(slug -> move(row, slug, onConflict));
    }

    private void attach(Media row, Long postId, Actor actor) {
        if (postId != null) {
            uploads.requireEditable(postId, actor);
        }
        row.setPostId(postId);
    }

    private void assign(Media row, long authorId, Actor actor) {
        if (!actor.can(Capability.EDIT_OTHERS_POSTS)) {
            throw actor.refused("assign this media to another user");
        }
        row.setAuthor(users.require(authorId, "authorId"));
    }

    /** The former slug redirects to the new one. */
    private void move(Media row, String wanted, OnConflict onConflict) {
        var slug = MediaText.slug(wanted, row.title(), row.id());
        if (slug.equals(row.slug())) {
            return;
        }
        slugs.retire(MediaService.SLUG_SCOPE, row.id());
        if (onConflict == OnConflict.REFUSE && wanted != null) {
            slugs.claim(MediaService.SLUG_SCOPE, slug, row.id());
            row.changeSlug(slug);
        } else {
            row.changeSlug(slugs.claimFree(MediaService.SLUG_SCOPE, slug, row.id()));
        }
    }

    /**
     * Cleaned; null or empty for those that are not changed.
     *
     * @param customFields all, after the change
     */
    private record Texts(
            String altText, String caption, String description, String credit, Map<String, Object> customFields) {}
}
