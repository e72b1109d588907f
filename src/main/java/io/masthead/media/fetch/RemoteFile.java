package io.masthead.media.fetch;

import java.io.InputStream;

/**
 * A file that another server is sending. All of it is what that server says.
 *
 * @param name of its header, or else of its URL; may be empty
 * @param mimeType null if it is not said
 * @param size in bytes, -1 if it is not said
 * @param bytes reading waits for the other server
 */
public record RemoteFile(String name, String mimeType, long size, InputStream bytes) {}
