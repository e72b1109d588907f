package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.imports.wxr.WxrTerm;
import io.masthead.imports.wxr.WxrTermRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;

/**
 * A hash of what a record of an export says, by which a later import notices that the exported site has changed it. It is
 * made of the values of the file, so that a later version of this program makes the same one.
 */
public final class RecordHash {

    /** Those that begin with an underscore are not carried, and some change with each look at the post. */
    private static final Set<String> CARRIED = Set.of("_thumbnail_id", "_wp_page_template");

    private static final String SEO = "_yoast_wpseo_";
    private static final int LENGTH = 16;

    private final MessageDigest digest;

    private RecordHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Of an item without its comments and the dates of its last change. */
    public static String of(WxrItem item) {
        var hash = new RecordHash()
                .with(item.type(), item.title(), item.creator(), item.content(), item.excerpt(), item.slug())
                .with(item.status(), item.date(), item.dateGmt(), item.commentStatus(), item.pingStatus())
                .with(item.parentId(), item.menuOrder(), item.sticky(), item.password(), item.attachmentUrl());
        item.terms().stream()
                .sorted(Comparator.comparing(WxrTermRef::taxonomy).thenComparing(WxrTermRef::slug))
                .forEach(term -> hash.with("term", term.taxonomy(), term.slug()));
        item.meta().stream()
                .filter(RecordHash::isCarried)
                .sorted(Comparator.comparing(WxrMeta::key).thenComparing(WxrMeta::value))
                .forEach(meta -> hash.with("meta", meta.key(), meta.value()));
        return hash.text();
    }

    /** Of the text and the status of a comment. */
    public static String of(WxrComment comment) {
        return new RecordHash().with(comment.content(), comment.approved()).text();
    }

    public static String of(WxrTerm term) {
        return new RecordHash()
                .with(term.name(), term.description(), term.parentSlug())
                .text();
    }

    /** Of the name of an author. */
    public static String of(WxrAuthor author) {
        return new RecordHash().with(author.displayName()).text();
    }

    private static boolean isCarried(WxrMeta meta) {
        return !meta.key().startsWith("_")
                || CARRIED.contains(meta.key())
                || meta.key().startsWith(SEO);
    }

    private RecordHash with(Object... values) {
        for (var value : values) {
            var bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return this;
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
    }
}
