package io.masthead.comment;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.text.ContentFormat;

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

    /** The format of WordPress clients can stay, but other clients cannot choose it. */
    void checkFormat(Violations violations) {
        violations.require(
                format.value() != ContentFormat.WORDPRESS,
                "format",
                "not_in_enum",
                "'format' must be one of markdown, html.");
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
