package io.masthead.wp.site;

import io.masthead.web.CacheRules;
import io.masthead.web.EntityTags;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes the answers of this surface, or says that the client has them already. */
@Singleton
class SiteAnswers {

    /** RFC 9110, section 5.6.7: two digits for the day, which Java's own constant does not have. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final CacheRules cacheRules;

    SiteAnswers(CacheRules cacheRules) {
        this.cacheRules = cacheRules;
    }

    @ServerResponseFilter
    void write(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof SiteDocument document)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, document.tag());
        if (document.lastModified() != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, httpDate(document.lastModified()));
        }
        document.links().forEach(link -> headers.add(HttpHeaders.LINK, link));
        cacheRules.apply(request, headers);
        if (isKnown(request, document)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes(document), null, MediaType.valueOf(document.mediaType()));
        }
    }

    /** Whole, since a client that reads slowly would hold the worker that writes to it. */
    private static byte[] bytes(SiteDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            document.body().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all", e);
        }
        return bytes.toByteArray();
    }

    /**
     * An entity tag goes before a date. A date must be the very one that was sent: what is trashed
     * leaves a feed whose latest change is an earlier one.
     */
    private static boolean isKnown(ContainerRequestContext request, SiteDocument document) {
        var tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.noneMatchHits(tags, document.tag());
        }
        return document.lastModified() != null
                && httpDate(document.lastModified()).equals(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
    }

    private static String httpDate(Instant time) {
        return HTTP_DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
