package io.masthead.media.rendition;

import io.masthead.media.storage.StorageKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A smaller version of a stored image. It is never changed. */
@Entity
@Table(name = "media_rendition")
public class Rendition {

    @Id
    @Column(name = "storage_key")
    private String storageKey;

    @Column(name = "file_id")
    private long fileId;

    private String sha256;

    @Column(name = "mime_type")
    private String mimeType;

    private long size;
    private int width;
    private int height;

    protected Rendition() {} // for Hibernate

    public StorageKey key() {
        return new StorageKey(storageKey);
    }

    /** The file that it was made of. */
    public long fileId() {
        return fileId;
    }

    /** In hex. */
    public String sha256() {
        return sha256;
    }

    public String mimeType() {
        return mimeType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
