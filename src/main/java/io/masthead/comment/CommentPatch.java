package io.masthead.comment;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.text.ContentFormat;
import io.masthead.text.content.CommentContent;

/** Changes to a comment; only the author's e-mail and URL can be cleared. */
public record CommentPatch(
        Patch<String> source,
        Patch<ContentFormat> format,
        Patch<String> authorName,
        Patch<String> authorEmail,
        Patch<String> authorUrl,
        Patch<CommentStatus> status) {

    /** The part of this patch that differs from the comment; the status is kept in any case. */
    CommentPatch differingFrom(Comment comment) {
        return new CommentPatch(
                source.isSet() ? source.differingFrom(comment.filteredSource()) : source,
                format.differingFrom(comment.format()),
                authorName.differingFrom(comment.authorName()),
                orEmpty(authorEmail).differingFrom(comment.authorEmail()),
                orEmpty(authorUrl).differingFrom(comment.authorUrl()),
                status);
    }

    private static Patch<String> orEmpty(Patch<String> change) {
        return change.isSet() && change.value() == null ? Patch.to("") : change;
    }

    /**
     * The content after the change; null if the text stays or breaks a rule.
     *
     * @param violations collects all broken rules of this patch
     */
    CommentContent check(Comment comment, Violations violations) {
        violations.hasValue("status", status);
        violations.hasValue("author/name", authorName);
        if (changesAuthor() && authorName.fault() == null) {
            GuestRules.check(applyTo(comment.author()), false, violations);
        }
        var hasSource = violations.hasValue("text", source);
        var hasFormat = violations.hasValue("format", format);
        if (!changesText()) {
            return null;
        }
        // WordPress' format can stay, but cannot be chosen.
        var chosen = format.value() == ContentFormat.WORDPRESS ? null : format.value();
        return CommentText.check(
                hasSource ? source.value() : comment.source(),
                hasFormat ? chosen : comment.format(),
                comment.isImported(),
                violations);
    }

    boolean changesText() {
        return source.isSet() || format.isSet();
    }

    boolean changesAuthor() {
        return authorName.isSet() || authorEmail.isSet() || authorUrl.isSet();
    }

    CommentAuthor applyTo(CommentAuthor author) {
        return new CommentAuthor(
                text(authorName, author.name()), text(authorEmail, author.email()), text(authorUrl, author.url()));
    }

    private static String text(Patch<String> change, String current) {
        var value = change.orKeep(current);
        return value == null ? "" : value.strip();
    }
}
