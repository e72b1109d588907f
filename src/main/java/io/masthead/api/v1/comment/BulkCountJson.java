package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a bulk change. */
@Schema(name = "BulkCount", description = "The result of a bulk change.")
record BulkCountJson(
        @Schema(description = "The number of changed comments.", examples = "17")
        int changed,

        @Schema(description = "Whether more remain; repeat the request.", examples = "false")
        boolean more)
        implements Representation {}
