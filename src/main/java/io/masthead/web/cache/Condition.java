package io.masthead.web.cache;

import io.masthead.web.Compression;
import io.masthead.web.EntityTags;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * The condition of a read (RFC 9110, section 13.2.2). A date must be the one that was sent: if the latest item of a
 * feed is removed, its date becomes an earlier one.
 *
 * @param ifNoneMatch null if absent
 * @param ifModifiedSince null if absent
 */
record Condition(String ifNoneMatch, String ifModifiedSince) {

    static Condition of(MultiMap headers) {
        return new Condition(headers.get(HttpHeaders.IF_NONE_MATCH), headers.get(HttpHeaders.IF_MODIFIED_SINCE));
    }

    /** Removes it from the request, so that a whole response is made. */
    static void remove(MultiMap headers) {
        headers.remove(HttpHeaders.IF_NONE_MATCH).remove(HttpHeaders.IF_MODIFIED_SINCE);
    }

    /**
     * Whether the client has the response.
     *
     * @param tag null if the response has no entity tag
     * @param lastModified null if the response has no date
     */
    boolean isMetBy(String tag, String lastModified) {
        if (ifNoneMatch != null) {
            return tag != null && EntityTags.noneMatchHits(ifNoneMatch, tag);
        }
        return ifModifiedSince != null && ifModifiedSince.equals(lastModified);
    }

    /** The tag of the form that the client has, which may be the compressed one. */
    String knownTag(String tag, boolean isGzip) {
        var gzipTag = Compression.gzipTag(tag);
        return isGzip && gzipTag != null && ifNoneMatch != null && ifNoneMatch.contains(gzipTag) ? gzipTag : tag;
    }
}
