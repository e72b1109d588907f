package io.masthead.media;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.image.ImageEdit;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.storage.StoreFullException;
import io.masthead.media.storage.TooManyBytesException;
import io.masthead.media.storage.UnreadableBodyException;
import io.masthead.media.type.FileInspection;
import io.masthead.media.type.FileName;
import io.masthead.media.type.ImageCleaning;
import io.masthead.media.type.ImageTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** The way of every new file, wherever it comes from: it is received, checked by its bytes, cleaned and kept. */
@ApplicationScoped
class FileIntake {

    private static final Logger LOG = Logger.getLogger(FileIntake.class);

    private final MediaStore store;
    private final FileInspection inspection;
    private final ImageCleaning cleaning;
    private final FilePlacement placement;
    private final long maxBytes;

    FileIntake(
            MediaStore store,
            FileInspection inspection,
            ImageCleaning cleaning,
            FilePlacement placement,
            UploadConfig config) {
        this.store = store;
        this.inspection = inspection;
        this.cleaning = cleaning;
        this.placement = placement;
        this.maxBytes = config.maxSize().asLongValue();
    }

    /** What is written when a file is kept. */
    interface Write {

        /**
         * @param row inserts and locks the row of the file; not called if there is nothing to do
         * @param name of the file, clean
         * @param texts what an image says of itself
         * @return the id of the media item
         */
        long write(Supplier<MediaFile> row, String name, ImageTexts texts);
    }

    /** The maximum size of a file, in bytes. */
    long maxBytes() {
        return maxBytes;
    }

    /**
     * Receives a file, which must be closed.
     *
     * @param bytes read to its end, and left open
     * @throws CmsException {@link ErrorCode#BODY_TOO_LARGE}, {@link ErrorCode#VALIDATION_FAILED} for an empty {@code
     *     file}, {@link ErrorCode#STORAGE_FULL}, {@link ErrorCode#UNAVAILABLE} if the store fails, or {@link
     *     ErrorCode#INVALID_BODY} if the bytes cannot be read
     */
    StagedFile receive(InputStream bytes) {
        try {
            var staged = store.receive(bytes, maxBytes);
            if (staged.size() == 0) {
                staged.close();
                throw CmsException.field("file", "required", "The file is empty.");
            }
            return staged;
        } catch (TooManyBytesException e) {
            throw tooLarge();
        } catch (UnreadableBodyException e) {
            throw new CmsException(ErrorCode.INVALID_BODY, "The body ended too early.");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Checks and cleans a received file, and runs a write in a transaction with its row.
     *
     * @param file to be closed by the caller afterwards
     * @param fileName the sender's name of the file; may be empty
     * @param mimeType the sender's media type; null if there is none
     * @throws CmsException {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}, {@link ErrorCode#VALIDATION_FAILED} for the field
     *     {@code file}, {@link ErrorCode#STORAGE_FULL}, {@link ErrorCode#UNAVAILABLE} if the store fails, or what the
     *     write throws
     */
    long accept(StagedFile file, String fileName, String mimeType, Write write) {
        var name = FileName.of(fileName);
        try {
            var facts = inspection.inspect(file.path(), name, mimeType);
            var texts = facts.type().isRaster() ? ImageTexts.read(file.path()) : ImageTexts.NONE;
            try (var served = facts.type().isImage() ? cleaning.clean(file, facts.type()) : file) {
                return placement.place(served, facts, name, row -> write.write(row, name, texts));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Edits a stored image, and runs a write in a transaction with the row of the result.
     *
     * @param name of the new file, clean
     * @throws CmsException as {@link #accept}
     */
    long acceptEdited(StorageKey key, List<ImageEdit> edits, String name, ToLongFunction<Supplier<MediaFile>> write) {
        try (var source = copyOf(key);
                var edited = cleaning.edit(source, edits)) {
            var facts = inspection.inspect(edited.path(), name, null);
            return placement.place(edited, facts, name, write);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StagedFile copyOf(StorageKey key) throws IOException {
        try (var original =
                        store.open(key).orElseThrow(() -> new FileNotFoundException("The store has no file " + key));
                var bytes = Files.newInputStream(original.path())) {
            return store.receive(bytes, Long.MAX_VALUE);
        }
    }

    CmsException tooLarge() {
        return new CmsException(ErrorCode.BODY_TOO_LARGE, "The file may have at most " + maxBytes + " bytes.");
    }

    private static CmsException failed(IOException e) {
        if (e instanceof StoreFullException) {
            LOG.error("The media store is full: uploads are refused until there is room");
            return new CmsException(ErrorCode.STORAGE_FULL, "There is no room for this file on the server.");
        }
        LOG.error("The media store failed", e);
        return new CmsException(
                ErrorCode.UNAVAILABLE, "The file could not be stored right now; try again in a few minutes.");
    }
}
