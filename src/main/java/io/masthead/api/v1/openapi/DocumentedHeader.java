package io.masthead.api.v1.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The response headers of the document, to which responses refer. */
enum DocumentedHeader {
    E_TAG("The version of the response, for `If-None-Match` and `If-Match`.", "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    CACHE_CONTROL(
            "Caching rules: public responses can be cached, those that depend on the caller cannot.",
            "public, max-age=0, s-maxage=60, stale-while-revalidate=300"),
    CACHE_TAG(
            "The tags of `Surrogate-Key`, separated by commas, for CDNs that expect this header.",
            "posts,post-12,user-5,term-3"),
    LINK(
            "Links to the next and the previous page, with `rel` next and prev (RFC 8288).",
            "</api/v1/posts?cursor=eyJz>; rel=\"next\""),
    LOCATION("The URL of the resource.", "/api/v1/posts/12"),
    RETRY_AFTER("The seconds to wait before a retry; may be absent.", "5"),
    SURROGATE_KEY(
            "The cache tags of everything that the response shows, separated by spaces, by which a CDN can purge it."
                    + " Absent if the response depends on the caller.",
            "posts post-12 user-5 term-3"),
    VARY(
            "The request headers on which the response depends: those with credentials, and `Accept-Encoding` or"
                    + " `Origin` where it depends on them.",
            "Authorization, X-Post-Password, X-Comment-Token, Accept-Encoding"),
    WWW_AUTHENTICATE("The expected authentication scheme.", "Bearer");

    private final String description;
    private final String example;

    DocumentedHeader(String description, String example) {
        this.description = description;
        this.example = example;
    }

    /** A reference for a response. */
    Header reference() {
        return OASFactory.createHeader().ref("#/components/headers/" + inCamelCase(name()));
    }

    /** All of them, for the components of the document. */
    static Map<String, Header> shared() {
        var headers = new TreeMap<String, Header>();
        for (var header : values()) {
            headers.put(inCamelCase(header.name()), header.header());
        }
        return headers;
    }

    static String inCamelCase(String constant) {
        return Arrays.stream(constant.split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private Header header() {
        var isNumber = this == RETRY_AFTER;
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(isNumber ? SchemaType.INTEGER : SchemaType.STRING)))
                .example(isNumber ? (Object) Integer.valueOf(example) : example);
    }
}
