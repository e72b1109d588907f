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
    private static final Pattern LIST =
            Pattern.compile(
                    "\\s*(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*\\s*");
    private static final Pattern VERSIONED = Pattern.compile("(?<!W/)\"(\\d{1,9})-[0-9a-f]+\"");

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

    /** Whether an If-None-Match names this tag; the comparison is weak (section 13.1.2). */
    public static boolean noneMatchHits(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag));
    }

    /**
     * What an If-Match expects; weak tags never match (section 13.1.1).
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
        var tags = VERSIONED.matcher(ifMatch);
        while (tags.find()) {
            versions.add(Integer.valueOf(tags.group(1)));
        }
        return new ExpectedVersion(versions);
    }
}
