package io.masthead.wp.v2;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.CommentEntry;
import io.masthead.comment.CommentSubmission;
import io.masthead.comment.ModeratorPatch;
import io.masthead.comment.Origin;
import io.masthead.comment.SignedAuthor;
import io.masthead.kernel.Patch;
import io.masthead.text.ContentFormat;
import io.masthead.text.WebAddresses;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** What a request says of a comment, in the core's words. */
final class CommentInput {

    private final WpRequest request;
    private final ZoneId zone;
    private final boolean moderated;

    /**
     * @param zone of the site
     */
    CommentInput(WpRequest request, ZoneId zone) {
        this.request = request;
        this.zone = zone;
        this.moderated = CommentGate.moderates(request.actor());
    }

    /** Null where there is none. */
    String content() {
        var content = request.parameters().get("content");
        if (content instanceof Map<?, ?> parts) {
            return parts.get("raw") instanceof String raw ? raw : null;
        }
        return content instanceof String text ? text : null;
    }

    /** Names of those who are signed in are taken from their accounts. */
    CommentSubmission submission() {
        var parent = request.number("parent");
        return new CommentSubmission(
                null,
                request.number("post"),
                parent == null || parent == 0 ? null : parent,
                request.actor().isAnonymous() ? guest() : null,
                content(),
                ContentFormat.WORDPRESS,
                origin(),
                request.text("password"),
                null,
                null);
    }

    /** What moderators say beside it; others are not asked. */
    CommentEntry entry() {
        if (!moderated) {
            return CommentEntry.NONE;
        }
        return new CommentEntry(
                request.number("author"),
                new SignedAuthor(name(), request.text("author_email"), url()),
                date(),
                CommentWords.change(request.text("status")).value());
    }

    ModeratorPatch patch() {
        var post = request.number("post");
        return new ModeratorPatch(
                post == null || post == 0 ? Patch.absent() : Patch.to(post),
                parent(),
                number("author"),
                name() == null ? Patch.absent() : Patch.to(name()),
                text("author_email"),
                request.has("author_url") ? Patch.to(url()) : Patch.absent(),
                text("author_ip"),
                text("author_user_agent"),
                date() == null ? Patch.absent() : Patch.to(date()),
                content() == null ? Patch.absent() : Patch.to(content()),
                CommentWords.change(request.text("status")));
    }

    private CommentAuthor guest() {
        var url = url();
        return new CommentAuthor(orEmpty(name()), orEmpty(request.text("author_email")), orEmpty(url));
    }

    /** What it says as HTML; null where none was sent. */
    private String name() {
        var name = request.text("author_name");
        return name == null ? null : PlainWords.line(name);
    }

    private Origin origin() {
        var address = moderated ? request.text("author_ip") : null;
        var agent = moderated ? request.text("author_user_agent") : null;
        return new Origin(
                address == null ? request.call().address() : address,
                cut(agent == null ? orEmpty(request.call().userAgent()) : agent),
                cut(orEmpty(request.header("referer"))));
    }

    private Patch<Long> parent() {
        var parent = request.number("parent");
        return parent == null ? Patch.absent() : Patch.to(parent == 0 ? null : parent);
    }

    private Patch<Long> number(String name) {
        var number = request.number(name);
        return number == null ? Patch.absent() : Patch.to(number);
    }

    private Patch<String> text(String name) {
        var text = request.text(name);
        return text == null ? Patch.absent() : Patch.to(text);
    }

    /** Null where none was sent. */
    private Instant date() {
        var local = request.text("date");
        if (local != null && !local.isEmpty()) {
            return WpDates.parse(local, zone);
        }
        var utc = request.text("date_gmt");
        return utc == null || utc.isEmpty() ? null : WpDates.parse(utc, ZoneOffset.UTC);
    }

    /**
     * As WordPress, which cleans addresses and refuses none: without a scheme it is taken for one
     * of the web, and what leads to no site is dropped. Null where none was sent.
     */
    private String url() {
        var sent = request.text("author_url");
        if (sent == null) {
            return null;
        }
        var url = sent.strip().replace(" ", "%20");
        var whole = url.contains(":") || url.isEmpty() ? url : "http://" + url;
        return WebAddresses.isAbsolute(whole) ? whole : "";
    }

    /** No client that is known says more. */
    private static String cut(String header) {
        return header.length() <= 1_000 ? header : header.substring(0, 1_000);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
