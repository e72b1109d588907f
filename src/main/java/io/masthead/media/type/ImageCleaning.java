package io.masthead.media.type;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.image.ImageEdit;
import io.masthead.media.image.ImageEditor;
import io.masthead.media.image.ImageHeader;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.image.StrippedImage;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.svg.CleanSvg;
import io.masthead.media.svg.SvgRefusedException;
import io.masthead.platform.lane.Lane;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Makes of an uploaded image what is served: upright, and without the metadata that tells where and with what it was
 * made. One image at a time, since turning one takes a second of a core and 3 bytes for each pixel, of which there are
 * up to {@link ImageHeader#MAX_PIXELS}.
 */
@Singleton
public class ImageCleaning {

    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MediaStore store;
    private final Lane lane = new Lane("Too many images are being processed", 1, WAITING, PATIENCE);

    ImageCleaning(MediaStore store) {
        this.store = store;
    }

    /**
     * @param file stays, and must be closed as the result must be
     * @param type that of an image
     * @throws CmsException {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}, {@link ErrorCode#VALIDATION_FAILED} for the field
     *     {@code file} if it is damaged, or {@link ErrorCode#UNAVAILABLE} if too many are waiting
     */
    public StagedFile clean(StagedFile file, FileType type) throws IOException {
        return type == FileType.SVG ? rewrite(file, CleanSvg::write) : rewrite(file, StrippedImage::write);
    }

    /**
     * Makes another image of one that is served.
     *
     * @param file stays, and must be closed as the result must be
     * @param edits done one after the other
     * @throws CmsException as {@link #clean}
     */
    public StagedFile edit(StagedFile file, List<ImageEdit> edits) throws IOException {
        return rewrite(file, (source, target) -> ImageEditor.write(source, edits, target));
    }

    private <E extends Exception> StagedFile rewrite(StagedFile file, MediaStore.Rewriting<E> rewriting)
            throws IOException {
        try {
            return lane.run(() -> store.rewrite(file, rewriting));
        } catch (ImageRefusedException e) {
            throw RefusedImage.because(e);
        } catch (SvgRefusedException e) {
            throw RefusedImage.because(e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Nothing else is checked", e);
        }
    }
}
