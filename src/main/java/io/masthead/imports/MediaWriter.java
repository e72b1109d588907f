package io.masthead.imports;

import io.masthead.imports.files.WantedFile;
import io.masthead.imports.item.AttachmentMetadata;
import io.masthead.imports.item.MimeTypes;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.media.ImportedMedia;
import io.masthead.media.MediaImport;
import io.masthead.text.PlainText;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Imports attachments as records; their files come later, or stay where they are. */
@ApplicationScoped
class MediaWriter {

    private static final int MAX_TITLE = 500;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_ADDRESS = 2_000;
    private static final int MAX_PATH = 1_000;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s]+[^\\n]*");

    private final MediaImport media;

    MediaWriter(MediaImport media) {
        this.media = media;
    }

    /** Whether the attachment has the URL of its file. */
    static boolean hasAddress(WxrItem item) {
        var address = item.attachmentUrl();
        return WEB.matcher(address).matches() && address.length() <= MAX_ADDRESS;
    }

    /** Stores it; its id is kept if it is free. */
    long write(PreparedItem prepared, User author, Long postId) {
        var item = prepared.item();
        var metadata = AttachmentMetadata.of(meta(item, "_wp_attachment_metadata"));
        var address = encoded(SourceText.storable(item.attachmentUrl()));
        Instant created = prepared.dates().date() == null
                ? prepared.dates().modified()
                : prepared.dates().date();
        return media.create(
                        new ImportedMedia(
                                SourceIds.isUsable(item.id()) ? item.id() : null,
                                SourceText.fitted(prepared.title(), MAX_TITLE),
                                SourceText.slug(item.slug()).orElse(null),
                                MimeTypes.of(address),
                                address,
                                // WordPress outputs it within HTML, with character references.
                                SourceText.of(PlainText.orAsWritten(meta(item, "_wp_attachment_image_alt")), MAX_TEXT),
                                SourceText.of(item.excerpt(), MAX_TEXT),
                                SourceText.fitted(prepared.content(), MAX_TEXT),
                                metadata.width(),
                                metadata.height(),
                                metadata.fileSize(),
                                author,
                                postId,
                                SourceText.of(item.guid().isEmpty() ? address : item.guid(), MAX_ADDRESS),
                                created,
                                prepared.dates().modified(),
                                prepared.customFields()),
                        metadata.details())
                .id();
    }

    /** Those of media that have no file here. */
    Set<Long> withoutFile(Collection<Long> mediaIds) {
        return media.withoutFile(mediaIds);
    }

    /** Its file at the exported site. */
    static WantedFile file(PreparedItem prepared, long mediaId) {
        var item = prepared.item();
        return new WantedFile(
                mediaId,
                prepared.key(),
                SourceText.fitted(prepared.title(), MAX_TITLE),
                SourceText.storable(item.attachmentUrl()),
                SourceText.of(meta(item, "_wp_attached_file"), MAX_PATH));
    }

    /** A URL of the same file, without characters that could end an attribute or begin a tag. */
    private static String encoded(String address) {
        return address.replace("\"", "%22")
                .replace("'", "%27")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("`", "%60");
    }

    private static String meta(WxrItem item, String key) {
        return item.meta().stream()
                .filter(meta -> meta.key().equals(key))
                .findFirst()
                .map(WxrMeta::value)
                .orElse("");
    }
}
