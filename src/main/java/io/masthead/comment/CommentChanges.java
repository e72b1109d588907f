package io.masthead.comment;

import io.masthead.kernel.Change;
import io.masthead.text.ContentFormat;

/** What changes of a comment; nothing of it can be cleared but the author's e-mail and URL. */
public record CommentChanges(
        Change<String> source,
        Change<ContentFormat> format,
        Change<String> authorName,
        Change<String> authorEmail,
        Change<String> authorUrl,
        Change<CommentStatus> status) {

    boolean changesText() {
        return source.isSet() || format.isSet();
    }

    boolean changesAuthor() {
        return authorName.isSet() || authorEmail.isSet() || authorUrl.isSet();
    }

    CommentAuthor applyTo(CommentAuthor author) {
        return new CommentAuthor(
                text(authorName, author.name()),
                text(authorEmail, author.email()),
                text(authorUrl, author.url()));
    }

    private static String text(Change<String> change, String current) {
        var value = change.orKeep(current);
        return value == null ? "" : value.strip();
    }
}
