package io.masthead.media.fetch;

import io.masthead.kernel.CmsException;
import java.util.function.Function;

/**
 * Gets files from URLs that users choose, without trusting them or the servers there. Whoever speaks with other servers
 * implements it.
 */
public interface RemoteFiles {

    /** The field at fault, whatever a surface calls the URL. */
    String URL = "url";

    /**
     * Has a file read while it arrives. Waits for the other server, for a limited time, and for others who get files.
     *
     * @param reading called at most once, and its exceptions are thrown unless the file itself cannot be had
     * @return the result of the reading
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#VALIDATION_FAILED} for the field {@link #URL} if the URL is
     *     not allowed, or the file cannot be had from there; {@link io.masthead.kernel.ErrorCode#UNAVAILABLE} if too many
     *     files are being fetched
     */
    <T> T read(String url, Function<RemoteFile, T> reading);
}
