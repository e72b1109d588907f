package io.masthead.platform.outbound.guarded;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;

/** Which responses are the bytes of a file as they are. */
final class ResponseRules {

    private static final int OK = 200;
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

    private ResponseRules() {}

    static void check(HttpClientResponse response) throws FetchFailedException {
        if (response.statusCode() != OK) {
            throw new FetchFailedException(
                    BUSY.contains(response.statusCode()) ? Reason.BUSY : Reason.REFUSED_RESPONSE,
                    "The server answered with the status %d instead of 200.".formatted(response.statusCode()));
        }
        for (var coding : response.headers().getAll(HttpHeaders.CONTENT_ENCODING)) {
            if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
                throw refused("The server sent the file compressed, which was not asked for.");
            }
        }
        for (var coding : response.headers().getAll(HttpHeaders.TRANSFER_ENCODING)) {
            if (!coding.strip().equalsIgnoreCase("chunked")) {
                throw refused("The server sent the file in an encoding that was not asked for.");
            }
        }
    }

    private static FetchFailedException refused(String sentence) {
        return new FetchFailedException(Reason.REFUSED_RESPONSE, sentence);
    }
}
