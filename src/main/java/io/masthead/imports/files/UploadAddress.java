package io.masthead.imports.files;

import java.util.Set;

/**
 * The address of an upload in a text.
 *
 * @param start of its scheme, or of its slashes
 * @param rest where its path begins that stays
 * @param hasFolder whether that path begins with the uploads folder
 * @param isEscaped whether its slashes are written {@code \/}
 * @param paths that it may have, decoded, as of {@link io.masthead.media.address.FormerPath#normalized}
 */
record UploadAddress(int start, int rest, boolean hasFolder, boolean isEscaped, Set<String> paths) {}
