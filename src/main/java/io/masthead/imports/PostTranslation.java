package io.masthead.imports;

import io.masthead.imports.item.ItemDates;
import io.masthead.imports.item.ItemStatus;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.imports.wxr.WxrTermRef;
import io.masthead.post.ImportedPost;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.post.search.TrashedSlug;
import io.masthead.text.Slugs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Translates items of the type post or page. */
final class PostTranslation {

    private static final int MAX_GUID = 2_000;
    private static final int MAX_TEMPLATE = 200;
    private static final int MAX_PASSWORD = 255;
    private static final String FORMAT = "post-format-";

    private PostTranslation() {}

    /**
     * Values read from the database.
     *
     * @param parentId null at the root, and if the parent has not been imported yet
     * @param hasPlace false if the parent has not been imported yet
     */
    record Placement(
            long id, long authorId, List<Long> termIds, Long parentId, boolean hasPlace, Long featuredMediaId) {}

    static ImportedPost of(PreparedItem prepared, Placement place, ImportContext context) {
        var item = prepared.item();
        var dates = prepared.dates();
        var type = item.type().equals("page") ? PostType.PAGE : PostType.POST;
        var status = prepared.status();
        var created = dates.date() == null ? dates.modified() : dates.date();
        var publishedAt = publishedAt(status, dates, created);
        return new ImportedPost(
                place.id(),
                type,
                status.now(),
                status.beforeTrash(),
                prepared.title(),
                prepared.titleHtml(),
                slug(prepared, place.id()),
                formerSlugs(item),
                prepared.excerptSource(),
                prepared.content(),
                prepared.rendered(),
                place.authorId(),
                publishedAt,
                publishedAt == null ? null : dates.shown(),
                created,
                dates.modified(),
                place.featuredMediaId(),
                isOpen(item.commentStatus(), context.commentsOpen()),
                isOpen(item.pingStatus(), context.pingsOpen()),
                item.sticky() && type == PostType.POST,
                format(item.terms()),
                template(item),
                SourceText.of(item.guid().isEmpty() ? item.link() : item.guid(), MAX_GUID),
                item.password().isEmpty() ? null : SourceText.of(item.password(), MAX_PASSWORD),
                place.parentId(),
                place.hasPlace(),
                item.menuOrder(),
                prepared.customFields(),
                place.termIds());
    }

    static List<String> formerSlugs(WxrItem item) {
        var former = item.meta().stream()
                .filter(meta -> meta.key().equals("_wp_old_slug"))
                .map(meta -> SourceText.slug(meta.value()))
                .flatMap(Optional::stream);
        return Stream.concat(former, SourceText.changedSlug(item.slug()).stream())
                .distinct()
                .toList();
    }

    /** The id of the item that is its featured image. */
    static Optional<String> image(WxrItem item) {
        return meta(item, "_thumbnail_id").filter(id -> id.matches("[1-9][0-9]{0,17}"));
    }

    /** A draft has a date only if an author has chosen one. */
    private static Instant publishedAt(ItemStatus status, ItemDates dates, Instant created) {
        var effective = status.beforeTrash() == null ? status.now() : status.beforeTrash();
        return switch (effective) {
            case PUBLISHED, SCHEDULED, PRIVATE -> created;
            case DRAFT, PENDING, TRASHED -> dates.hasFixedDate() ? dates.date() : null;
        };
    }

    /** Null for a draft without one. */
    private static String slug(PreparedItem prepared, long id) {
        var raw = prepared.item().slug();
        var slug = SourceText.slug(TrashedSlug.unmarked(raw).orElse(raw));
        if (slug.isPresent()) {
            return slug.get();
        }
        var status = prepared.status();
        var effective = status.beforeTrash() == null ? status.now() : status.beforeTrash();
        if (effective == PostStatus.DRAFT || effective == PostStatus.PENDING) {
            return null;
        }
        var made = Slugs.from(prepared.title());
        return made.isEmpty() ? Long.toString(id) : made;
    }

    private static boolean isOpen(String status, boolean otherwise) {
        return status.isEmpty() ? otherwise : status.equals("open");
    }

    private static PostFormat format(List<WxrTermRef> terms) {
        for (var term : terms) {
            if (term.taxonomy().equals("post_format") && term.slug().startsWith(FORMAT)) {
                for (var format : PostFormat.values()) {
                    if (format.name().equalsIgnoreCase(term.slug().substring(FORMAT.length()))) {
                        return format;
                    }
                }
            }
        }
        return PostFormat.STANDARD;
    }

    private static String template(WxrItem item) {
        return meta(item, "_wp_page_template")
                .filter(template -> !template.equals("default"))
                .map(template -> SourceText.of(template, MAX_TEMPLATE))
                .orElse("");
    }

    private static Optional<String> meta(WxrItem item, String key) {
        return item.meta().stream()
                .filter(meta -> meta.key().equals(key))
                .findFirst()
                .map(WxrMeta::value);
    }
}
