package io.masthead.wp.site;

import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;

/**
 * An answer of this surface, written only if the client does not have it.
 *
 * @param mediaType with its charset
 * @param tag an entity tag
 * @param lastModified null where it is not known
 * @param links what the header {@code Link} says
 */
record SiteDocument(String mediaType, String tag, Instant lastModified, List<String> links, StreamingOutput body) {}
