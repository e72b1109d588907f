package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import java.util.regex.Pattern;

/**
 * An id in a path. Reading it never fails, so that what is no id is refused in our words and not as
 * a missing resource.
 */
public record Id(String text) {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#INVALID_PARAMETER}
     */
    public long value() {
        if (!DIGITS.matcher(text).matches()) {
            throw CmsException.parameter(
                    "id",
                    "invalid_id",
                    "An id must be a positive whole number of at most 18 digits, without sign or leading" + " zeros.");
        }
        return Long.parseLong(text);
    }

    // JAX-RS looks for this.
    public static Id fromString(String text) {
        return new Id(text);
    }
}
