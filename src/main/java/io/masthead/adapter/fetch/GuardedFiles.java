package io.masthead.adapter.fetch;

import io.masthead.kernel.CmsException;
import io.masthead.media.fetch.RemoteFile;
import io.masthead.media.fetch.RemoteFiles;
import io.masthead.platform.lane.Lane;
import io.masthead.platform.outbound.guarded.FetchFailedException;
import io.masthead.platform.outbound.guarded.GuardedHttp;
import io.masthead.platform.outbound.guarded.RemoteBody;
import io.masthead.text.ContentDisposition;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Gets a few files at once: each occupies a thread for as long as the other server takes. */
@Singleton
class GuardedFiles implements RemoteFiles {

    private static final Logger LOG = Logger.getLogger(GuardedFiles.class);

    private static final int AT_ONCE = 4;
    private static final int WAITING = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GuardedHttp http;
    private final Lane lane = new Lane("Too many files are being fetched", AT_ONCE, WAITING, PATIENCE);

    GuardedFiles(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public <T> T read(String url, Function<RemoteFile, T> reading) {
        return lane.get(() -> {
            try (var body = http.open(url)) {
                return read(body, reading);
            } catch (FetchFailedException e) {
                LOG.debug("A file could not be fetched", e);
                throw CmsException.field(URL, e.reason().name().toLowerCase(Locale.ROOT), e.getMessage());
            }
        });
    }

    private static <T> T read(RemoteBody body, Function<RemoteFile, T> reading) throws FetchFailedException {
        try {
            return reading.apply(new RemoteFile(name(body), body.header("Content-Type"), body.length(), body.stream()));
        } catch (RuntimeException e) {
            // Whatever the reader made of it.
            if (body.failure() != null) {
                throw body.failure();
            }
            throw e;
        }
    }

    private static String name(RemoteBody body) {
        return ContentDisposition.fileName(body.header("Content-Disposition")).orElseGet(() -> lastPart(body.path()));
    }

    private static String lastPart(String path) {
        var encoded = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
