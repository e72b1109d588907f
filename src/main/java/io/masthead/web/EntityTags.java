package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Entity tags (RFC 9110 section 8.8.3): {@code "<row version>-<hash of the representation>"}, or only the hash
 * for responses without a row. Reads compare all of it; writes only the version, so that a tag from one
 * representation can be used to change another.
 */
public final class EntityTags {

    private static final int HASH_BYTES = 10;
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    private static final Pattern LIST = Pattern.compile("[\\s,]*+" + TAG + "(?:\\s*+,[\\s,]*+" + TAG + ")*+[\\s,]*+");

    /**
     * Our tags without quotes and without the suffix of a compressed body: Apache appends {@code -gzip}, others
     * {@code ;gzip} or {@code --gzip}.
     */
    private static final Pattern OURS =
            Pattern.compile("\"((?:(\\d{1,9})-)?[0-9a-f]++)(?:(?:--?|;)(?:gzip|br|zstd|deflate))?\"");

    private EntityTags() {}

    /** @param version null for a response without a row */
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
     * Whether an If-None-Match matches this tag. The comparison is weak (section 13.1.2): it also matches a tag
     * that a proxy has weakened or marked as compressed. An invalid list matches nothing.
     *
     * @param ifNoneMatch null if absent
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
     * Parses an If-Match. By section 13.1.1 weak tags never match; here the version of the row decides, which a
     * proxy does not change when it compresses a body and weakens the tag.
     *
     * @param ifMatch null if absent
     * @throws CmsException for an invalid list of entity tags
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
