package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Entity tags (RFC 9110 section 8.8.3): {@code "<row version>-<hash of the representation>"}, or
 * only the hash where no row stands behind an answer. Reads compare all of it; writes only the
 * version, so that a tag from one representation serves to change another.
 */
public final class EntityTags {

    private static final int HASH_BYTES = 10;
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    private static final Pattern LIST = Pattern.compile("[\\s,]*+" + TAG + "(?:\\s*+,[\\s,]*+" + TAG + ")*+[\\s,]*+");

    /**
     * What is inside the quotes of our tags, without what marks them as the tag of a compressed
     * body: Apache appends {@code -gzip}, others {@code ;gzip} or {@code --gzip}.
     */
    private static final Pattern OURS =
            Pattern.compile("\"((?:(\\d{1,9})-)?[0-9a-f]++)(?:(?:--?|;)(?:gzip|br|zstd|deflate))?\"");

    private EntityTags() {}

    /**
     * @param version null where no row stands behind the answer
     */
    public static String of(Integer version, byte[] representation) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(representation);
            return "\""
                    + (version == null ? "" : version + "-")
                    + HexFormat.of().formatHex(hash, 0, HASH_BYTES)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Whether an If-None-Match names this tag. The comparison is weak (section 13.1.2): it holds
     * also for a tag that a proxy has weakened or marked as that of a compressed body. What is no
     * list of entity tags names nothing.
     *
     * @param ifNoneMatch null where it was not sent
     */
    public static boolean noneMatchHits(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        var known = OURS.matcher(tag);
        if (!known.find() || !LIST.matcher(ifNoneMatch).matches()) {
            return false;
        }
        var named = OURS.matcher(ifNoneMatch);
        while (named.find()) {
            if (named.group(1).equals(known.group(1))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What an If-Match expects. Section 13.1.1 lets no weak tag match; here the version of the row
     * decides, which no proxy changes when it compresses a body and weakens the tag for that.
     *
     * @param ifMatch null where it was not sent
     * @throws CmsException for what is no list of entity tags
     */
    public static ExpectedVersion expected(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return ExpectedVersion.ANY;
        }
        if (!LIST.matcher(ifMatch).matches()) {
            throw CmsException.parameter(
                    "If-Match",
                    "invalid_header",
                    "'If-Match' must be '*' or the ETag of an earlier answer, quotes included.");
        }
        var versions = new HashSet<Integer>();
        var tags = OURS.matcher(ifMatch);
        while (tags.find()) {
            if (tags.group(2) != null) {
                versions.add(Integer.valueOf(tags.group(2)));
            }
        }
        return new ExpectedVersion(versions);
    }
}
