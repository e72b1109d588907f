package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of many did. */
@Schema(name = "BulkCount", description = "What a change of many did.")
record BulkCountJson(
        @Schema(description = "How many had another status before.", examples = "17")
        int changed,

        @Schema(description = "Whether there are more, for which to ask once more.", examples = "false")
        boolean more)
        implements Representation {}
