package io.masthead.web.file;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.StoredFiles;
import io.masthead.media.address.FileAddress;
import io.masthead.media.address.WordPressUploads;
import io.masthead.media.image.ImageType;
import io.masthead.media.rendition.Fit;
import io.masthead.media.rendition.RenditionQuery;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a request for a file asks for.
 *
 * @param isByAccept whether the header {@code Accept} decides on the type of the answer
 */
record MediaRequest(FileAddress address, boolean isByAccept) {

    /** Id, width, height, and a name that search engines and people read. */
    private static final Pattern RESIZED =
            Pattern.compile("/media/([1-9][0-9]{0,17})/([0-9]{1,5})x([0-9]{1,5})/[^/]{1,255}");

    private static final Pattern WEBP = Pattern.compile("(?i)(^|,)\\s*image/webp\\s*(;[^,]*)?(,|$)");
    private static final Pattern REFUSED =
            Pattern.compile("(?i)(^|,)\\s*image/webp\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$)");

    private static final String AUTO = "auto";

    /** Whether a file can be at this path. */
    static boolean isFile(String path) {
        return path.startsWith("/media/")
                ? StoredFiles.keyIn(path).isPresent() || RESIZED.matcher(path).matches()
                : WordPressUploads.ofRequest(path).isPresent();
    }

    /** Empty for other requests, and for those that {@link #of} refuses. */
    static Optional<MediaRequest> find(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !isFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(request));
        } catch (CmsException e) {
            return Optional.empty();
        }
    }

    /**
     * @param request for a path where a file can be
     * @throws CmsException {@link ErrorCode#INVALID_PARAMETER} with what is allowed
     */
    static MediaRequest of(HttpServerRequest request) {
        var key = StoredFiles.keyIn(request.path());
        if (key.isPresent()) {
            return new MediaRequest(new FileAddress.Stored(key.get()), false);
        }
        var former = WordPressUploads.ofRequest(request.path());
        if (former.isPresent()) {
            return new MediaRequest(new FileAddress.Former(former.get()), false);
        }
        var resized = RESIZED.matcher(request.path());
        if (!resized.matches()) {
            throw new IllegalArgumentException("No file can be at this path");
        }
        return resized(request, resized);
    }

    private static MediaRequest resized(HttpServerRequest request, MatchResult path) {
        var format = parameter(request, "format", AUTO);
        return new MediaRequest(
                new FileAddress.Resized(new RenditionQuery(
                        Long.parseLong(path.group(1)),
                        Integer.parseInt(path.group(2)),
                        Integer.parseInt(path.group(3)),
                        fit(parameter(request, "fit", "cover")),
                        type(format, request.getHeader(HttpHeaders.ACCEPT)))),
                format.equals(AUTO));
    }

    private static Fit fit(String name) {
        return switch (name) {
            case "cover" -> Fit.COVER;
            case "contain" -> Fit.CONTAIN;
            default -> throw refusal("'fit' must be cover or contain.");
        };
    }

    /** @param accept null without the header */
    private static ImageType type(String format, String accept) {
        return switch (format) {
            case AUTO -> accept != null && accepts(accept) ? ImageType.WEBP : null;
            case "jpeg" -> ImageType.JPEG;
            case "png" -> ImageType.PNG;
            case "webp" -> ImageType.WEBP;
            default -> throw refusal("'format' must be auto, jpeg, png or webp.");
        };
    }

    /** Only by name: what accepts everything may still not show it. */
    private static boolean accepts(String accept) {
        return WEBP.matcher(accept).find() && !REFUSED.matcher(accept).find();
    }

    private static String parameter(HttpServerRequest request, String name, String otherwise) {
        var values = values(request, name);
        if (values.size() > 1) {
            throw refusal("'" + name + "' may be given once.");
        }
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private static List<String> values(HttpServerRequest request, String name) {
        try {
            return request.params().getAll(name);
        } catch (IllegalArgumentException e) {
            throw refusal("The query is malformed: a % is followed by two hexadecimal digits.");
        }
    }

    private static CmsException refusal(String message) {
        return new CmsException(ErrorCode.INVALID_PARAMETER, message);
    }
}
