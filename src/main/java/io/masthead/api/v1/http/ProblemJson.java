package io.masthead.api.v1.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as RFC 9457 words it. */
@Schema(name = "Problem", description = "The reason why a request was refused (RFC 9457).")
public record ProblemJson(
        @Schema(description = "The problem type.", examples = "urn:masthead:problem:post_not_found")
        String type,

        @Schema(description = "The title of the problem type.", examples = "Not Found")
        String title,

        @Schema(description = "The HTTP status.", examples = "404")
        int status,

        @Schema(description = "A stable code.", examples = "post_not_found")
        String code,

        @Schema(description = "A sentence for humans.", examples = "There is no post here.")
        String detail,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "The invalid inputs, if any.")
        List<InputErrorJson> errors) {

    /** An invalid input. */
    @Schema(
            name = "InputError",
            requiredProperties = {"code", "detail"},
            description = "An invalid input.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InputErrorJson(
            @Schema(description = "The JSON pointer to the value in the body (RFC 6901).", examples = "/title")
            String pointer,

            @Schema(description = "The name of the parameter or header.", examples = "limit")
            String parameter,

            @Schema(description = "A stable code.", examples = "too_long")
            String code,

            @Schema(
                    description = "A sentence that tells what is allowed.",
                    examples = "'title' may have at most 500 characters.")
            String detail) {}
}
