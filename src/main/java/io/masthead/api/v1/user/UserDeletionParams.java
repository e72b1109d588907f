package io.masthead.api.v1.user;

import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Permanent;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.privacy.UserContent;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The choice for a deleted user's content: exactly one of two parameters is required. */
record UserDeletionParams(
        @QueryParam("permanent") String permanent,

        @QueryParam("reassignTo")
        @Parameter(
                description =
                        "The id of the user who becomes the owner of the posts, pages and media. Send this or 'content'.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "1"))
        String reassignTo,

        @QueryParam("content")
        @Parameter(
                description = "Moves posts and pages to the trash; you become their owner and that of the media. Send"
                        + " this or 'reassignTo'.",
                schema = @Schema(type = SchemaType.STRING, enumeration = TRASH, examples = "trash"))
        String content) {

    private static final String TRASH = "trash";

    UserContent checked() {
        Permanent.require(permanent, "user");
        var in = new ParameterReader();
        var newOwnerId = in.id("reassignTo", reassignTo);
        if (content != null && !content.equals(TRASH)) {
            in.refuse("content", "not_in_enum", "'content' must be trash.");
        }
        in.throwIfAny();
        if ((newOwnerId == null) == (content == null)) {
            throw undecided(newOwnerId == null ? "required" : "conflict");
        }
        return newOwnerId == null ? UserContent.TRASHED : UserContent.givenTo(newOwnerId);
    }

    private static CmsException undecided(String code) {
        var detail = "Choose what happens to the user's content: send either reassignTo with the id of"
                + " another user, or content=trash.";
        return new CmsException(
                ErrorCode.USER_CONTENT_UNDECIDED,
                detail,
                List.of(new FieldError("reassignTo", code, detail), new FieldError("content", code, detail)));
    }
}
