package io.masthead.media;

import io.masthead.media.storage.StorageKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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

    /** No new media gets it any more. */
    void abandon() {
        this.sha256 = null;
    }
}
