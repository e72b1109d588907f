package io.masthead.imports.item;

import io.masthead.comment.CommentImport;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.post.RenderedPost;
import io.masthead.post.footnote.BlockFootnotes;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.PlainText;
import io.masthead.text.SourceFilter;
import io.masthead.text.TextRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Renders and cleans items before their transaction begins. */
public final class ItemRenderer {

    private static final int MAX_TITLE = 1_000;
    private static final int MAX_TITLE_HTML = 4_000;

    private final ZoneId zone;
    private final Instant now;

    /** @param zone of dates that are not in UTC */
    public ItemRenderer(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    public PreparedItem prepare(WxrItem item, List<String> warnings) {
        var kind = Kinds.ofItem(item);
        var isPost = Kinds.isPost(item);
        var dates = ItemDates.of(item, zone, now);
        var texts = List.of(item.title(), item.content(), item.excerpt());
        if (!texts.stream().allMatch(TextRules::isStorable)) {
            warnings.add("Characters that cannot be stored (NUL, unpaired surrogates) were removed.");
        }
        if (isPost || item.type().equals("attachment")) {
            warnings.addAll(LeftOutTerms.of(item));
        }
        if (isPost) {
            SourceText.changedSlug(item.slug())
                    .ifPresent(slug -> warnings.add(
                            "The slug \"%s\" cannot be kept to the letter; its address redirects.".formatted(slug)));
        }
        try {
            var title = SourceText.storable(item.title());
            var plain = PlainText.of(title);
            var content = filtered(item.content());
            var written = filtered(item.excerpt());
            var excerptSource = written.isBlank() ? null : written;
            var fields = isPost || kind.equals(Kinds.MEDIA)
                    ? CustomFieldsOf.of(item.meta(), warnings::add)
                    : Map.<String, Object>of();
            var rendered = isPost
                    ? RenderedPost.of(BlockFootnotes.inserted(content, fields), ContentFormat.WORDPRESS, excerptSource)
                    : RenderedPost.EMPTY;
            warnings.addAll(TextWarnings.of(item.content()));
            return new PreparedItem(
                    key(item),
                    item,
                    kind,
                    isPost ? ItemStatus.of(item, warnings::add) : null,
                    dates,
                    fitted(plain, warnings),
                    titleHtml(title, plain),
                    excerptSource,
                    content,
                    rendered,
                    fields,
                    comments(item, dates),
                    null);
        } catch (ContentTooComplexException e) {
            return refused(item, kind, dates, e.getMessage());
        }
    }

    private static String filtered(String text) {
        return SourceFilter.filter(SourceText.storable(text), ContentFormat.WORDPRESS);
    }

    private static PreparedItem refused(WxrItem item, String kind, ItemDates dates, String why) {
        return new PreparedItem(
                key(item),
                item,
                kind,
                null,
                dates,
                SourceText.of(item.title(), MAX_TITLE),
                null,
                null,
                "",
                RenderedPost.EMPTY,
                Map.of(),
                List.of(),
                "It was skipped: " + why);
    }

    /** An item without an id is identified by a hash of its URL, which is short enough for a key. */
    private static String key(WxrItem item) {
        if (item.id() != null) {
            return item.id().toString();
        }
        var address = item.guid().isEmpty() ? item.link() + "\n" + item.title() : item.guid();
        return "guid:" + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
    }

    private static String fitted(String title, List<String> warnings) {
        var fitted = SourceText.fitted(title, MAX_TITLE);
        if (fitted.length() < title.length()) {
            warnings.add("The title was cut to %,d characters.".formatted(MAX_TITLE));
        }
        return fitted;
    }

    /** Null if the title is plain text, or too long to keep its markup. */
    private static String titleHtml(String title, String plain) {
        if (title.indexOf('<') < 0 && title.indexOf('&') < 0) {
            return null;
        }
        var html = HtmlCleaner.inline(title);
        return html.equals(plain) || html.length() > MAX_TITLE_HTML || plain.length() > MAX_TITLE ? null : html;
    }

    private List<PreparedComment> comments(WxrItem item, ItemDates dates) {
        var comments = new ArrayList<PreparedComment>();
        var beforeTrash = CommentsBeforeTrash.of(item);
        for (var comment : item.comments()) {
            var key = comment.id() == null
                    ? key(item) + "/" + comments.size()
                    : comment.id().toString();
            var source = filtered(comment.content());
            var type = type(comment);
            var status = status(beforeTrash.status(comment));
            var date = ItemDates.either(comment.dateGmt(), comment.date(), zone);
            var fallback = dates.date() == null ? dates.modified() : dates.date();
            comments.add(new PreparedComment(
                    key,
                    comment,
                    type == null ? CommentType.COMMENT : type,
                    type == null && status == CommentStatus.APPROVED ? CommentStatus.PENDING : status,
                    source,
                    rendered(source),
                    type == null
                            ? "The type \"%s\" is unknown here; it became an unpublished comment."
                                    .formatted(SourceText.of(comment.type(), 40))
                            : null,
                    date == null ? fallback : date));
        }
        return comments;
    }

    private static String rendered(String source) {
        try {
            return CommentImport.render(source);
        } catch (ContentTooComplexException e) {
            return null;
        }
    }

    /** Null for an unknown type. It may be one that WordPress shows to editors only, such as their notes. */
    private static CommentType type(WxrComment comment) {
        return switch (comment.type().toLowerCase(Locale.ROOT)) {
            case "", "comment" -> CommentType.COMMENT;
            case "pingback" -> CommentType.PINGBACK;
            case "trackback" -> CommentType.TRACKBACK;
            default -> null;
        };
    }

    private static CommentStatus status(String approved) {
        return switch (approved) {
            case "1", "approve", "approved" -> CommentStatus.APPROVED;
            case "spam" -> CommentStatus.SPAM;
            case "trash" -> CommentStatus.TRASHED;
            default -> CommentStatus.PENDING;
        };
    }
}
