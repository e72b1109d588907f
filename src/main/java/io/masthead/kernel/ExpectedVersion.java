package io.masthead.kernel;

import java.util.Set;

/**
 * The row versions that a caller is willing to change (If-Match, RFC 9110 section 13.1.1).
 *
 * @param versions null for any version
 */
public record ExpectedVersion(Set<Integer> versions) {

    /** Accepts any version. */
    public static final ExpectedVersion ANY = new ExpectedVersion(null);

    /** @throws CmsException {@link ErrorCode#VERSION_MISMATCH} */
    public void check(int version) {
        if (versions != null && !versions.contains(version)) {
            throw new CmsException(
                    ErrorCode.VERSION_MISMATCH,
                    "This has been changed since you read it. Read it again and repeat your" + " change.");
        }
    }
}
