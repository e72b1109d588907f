package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import java.util.List;

/** Reads the parameter {@code permanent} of a DELETE. */
public final class Permanent {

    private Permanent() {}

    public static boolean read(String raw) {
        var in = new ParameterReader();
        var permanent = in.flag("permanent", raw);
        in.throwIfAny();
        return permanent;
    }

    /**
     * For what cannot be trashed: deleting it must be asked for by this name.
     *
     * @param noun what is to be deleted, in a word
     */
    public static void require(String raw, String noun) {
        if (!read(raw)) {
            var detail = "A %s cannot be trashed, only deleted permanently: send permanent=true.".formatted(noun);
            throw new CmsException(
                    ErrorCode.PERMANENT_REQUIRED, detail, List.of(new FieldError("permanent", "required", detail)));
        }
    }
}
