package io.masthead.api.v1.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as RFC 9457 words it. */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457).")
public record ProblemJson(
        @Schema(description = "Names the kind of problem.", examples = "urn:masthead:problem:post_not_found")
        String type,

        @Schema(description = "The kind of problem in a few words.", examples = "Not Found")
        String title,

        @Schema(description = "The HTTP status.", examples = "404")
        int status,

        @Schema(description = "Stable, for machines.", examples = "post_not_found")
        String code,

        @Schema(description = "A sentence for people.", examples = "There is no post here.")
        String detail,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "The inputs at fault, where input is.")
        List<InputErrorJson> errors) {

    /** One input at fault. */
    @Schema(
            name = "InputError",
            requiredProperties = {"code", "detail"},
            description = "One input at fault.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InputErrorJson(
            @Schema(description = "Where in the body (RFC 6901).", examples = "/title")
            String pointer,

            @Schema(description = "Which parameter or header.", examples = "limit")
            String parameter,

            @Schema(description = "Stable, for machines.", examples = "too_long")
            String code,

            @Schema(description = "What is allowed.", examples = "'title' may have at most 500 characters.")
            String detail) {}
}
