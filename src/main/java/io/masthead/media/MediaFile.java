package io.masthead.media;

import io.masthead.media.image.ImageType;
import io.masthead.media.image.Placeholder;
import io.masthead.media.rendition.SourceImage;
import io.masthead.media.storage.StorageKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** A file that is stored here, once for all media with the same bytes. */
@Entity
@Table(name = "media_file")
class MediaFile {

    @Id
    private Long id;

    private String sha256;

    @Column(name = "storage_key")
    private String storageKey;

    @Column(name = "mime_type")
    private String mimeType;

    private long size;
    private Integer width;
    private Integer height;

    // Null until renditions are made.
    @Column(name = "blur_hash")
    private String blurHash;

    @Column(name = "dominant_color")
    private String dominantColor;

    protected MediaFile() {} // for Hibernate

    Long id() {
        return id;
    }

    /** In hex; null once the file is to be removed. */
    String sha256() {
        return sha256;
    }

    StorageKey key() {
        return new StorageKey(storageKey);
    }

    String mimeType() {
        return mimeType;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** In pixels; null unless it is an image. */
    Integer width() {
        return width;
    }

    /** In pixels; null unless it is an image. */
    Integer height() {
        return height;
    }

    /** The image of which renditions can be made; empty if it is none that can be decoded. */
    Optional<SourceImage> image() {
        return ImageType.ofMimeType(mimeType)
                .filter(type -> type != ImageType.AVIF && width != null && height != null)
                .map(type -> new SourceImage(id, key(), type, width, height));
    }

    /** Null until renditions are made. */
    Placeholder placeholder() {
        return blurHash == null ? null : new Placeholder(blurHash, dominantColor);
    }

    void setPlaceholder(Placeholder placeholder) {
        this.blurHash = placeholder.blurHash();
        this.dominantColor = placeholder.dominantColor();
    }

    /** No new media gets it any more. */
    void abandon() {
        this.sha256 = null;
    }
}
