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

/** The headers of answers in the document; answers refer to them. */
enum DocumentedHeader {
    E_TAG("Names this state of the answer, for `If-None-Match` and `If-Match`.", "\"3-9f2c4e1a7b6d5c8e0f1a\""),
    CACHE_CONTROL(
            "What caches may keep: public reads for a while, nothing that depends on the caller.",
            "public, max-age=0, s-maxage=60, stale-while-revalidate=300"),
    LINK(
            "The ways on, with `rel` next and prev (RFC 8288); absent where there are none.",
            "</api/v1/posts?cursor=eyJz>; rel=\"next\""),
    LOCATION("Where it is.", "/api/v1/posts/12"),
    RETRY_AFTER("Seconds to wait before trying again; not with every refusal.", "5"),
    WWW_AUTHENTICATE("The scheme that is expected.", "Bearer");

    private final String description;
    private final String example;

    DocumentedHeader(String description, String example) {
        this.description = description;
        this.example = example;
    }

    /** To stand in an answer. */
    Header reference() {
        return OASFactory.createHeader().ref("#/components/headers/" + inCamelCase(name()));
    }

    /** All of them, for the shared part of the document. */
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
