package io.masthead.media;

import io.masthead.media.image.Srcset;
import io.masthead.media.image.Srcset.Candidate;
import java.util.ArrayList;
import java.util.List;

/** What a browser can choose from to show an image: its smaller versions that show all of it, and the image itself. */
public final class ImageSources {

    /** WordPress' maximum in a {@code srcset}: larger originals are for printing. */
    private static final int MAX_WIDTH = 2048;

    private ImageSources() {}

    /** The value of HTML's {@code srcset} attribute; empty unless it is an image of a known size. */
    public static String srcset(Media media) {
        if (!isMeasuredImage(media)) {
            return "";
        }
        var candidates = new ArrayList<Candidate>();
        whole(media).forEach(size -> candidates.add(new Candidate(media.addressBeside(size.file()), size.width())));
        if (candidates.isEmpty() || media.width() <= MAX_WIDTH) {
            candidates.add(new Candidate(media.sourceUrl(), media.width()));
        }
        return Srcset.of(candidates);
    }

    /** As {@link #srcset}, of the versions in WebP; empty if there are none. */
    public static String webpSrcset(Media media) {
        if (!isMeasuredImage(media)) {
            return "";
        }
        return Srcset.of(whole(media).stream()
                .filter(size -> size.webp() != null)
                .map(size -> new Candidate(media.addressBeside(size.webp().file()), size.width()))
                .toList());
    }

    private static List<MediaSize> whole(Media media) {
        return media.details().sizes().stream()
                .filter(size -> !size.isCropped(media.width(), media.height()))
                .toList();
    }

    private static boolean isMeasuredImage(Media media) {
        return media.mimeType().startsWith("image/") && media.width() != null && media.height() != null;
    }
}
