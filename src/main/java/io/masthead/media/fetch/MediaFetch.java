package io.masthead.media.fetch;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.RequestKey;
import io.masthead.media.MediaPatch;
import io.masthead.media.MediaService;
import io.masthead.media.MediaUploads;
import io.masthead.media.MediaView;
import io.masthead.media.NewMedia;
import io.masthead.media.storage.StagedFile;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Makes media of files at other servers, by the rules of uploads. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // other servers may be slow
public class MediaFetch {

    private static final String FILE = "file";

    private final RemoteFiles files;
    private final MediaUploads uploads;
    private final MediaService media;
    private final Idempotency idempotency;
    private final FetchConfig config;

    MediaFetch(
            RemoteFiles files, MediaUploads uploads, MediaService media, Idempotency idempotency, FetchConfig config) {
        this.files = files;
        this.uploads = uploads;
        this.media = media;
        this.idempotency = idempotency;
        this.config = config;
    }

    /**
     * Gets a file and makes media of it. A request that is repeated with its key gets the media of the first one,
     * whatever is at the URL by then; nothing is fetched again.
     *
     * @param url null or blank if the client sent none, which is refused
     * @param key null if the client sent no Idempotency-Key
     * @throws CmsException {@link ErrorCode#FETCH_DISABLED}, as {@link MediaUploads#receive} and {@link
     *     MediaUploads#create}, or as {@link RemoteFiles#read}; what is wrong with the file is said of the field {@code
     *     url}
     */
    public MediaView create(String url, MediaPatch details, RequestKey key, Actor actor) {
        uploads.requireAllowed(actor);
        if (!config.fetch()) {
            throw new CmsException(
                    ErrorCode.FETCH_DISABLED,
                    "This server fetches no files from URLs; its operator can allow it by masthead.media.fetch=true.");
        }
        if (url == null || url.isBlank()) {
            throw CmsException.field(RemoteFiles.URL, "required", "'url' must be the URL of a file.");
        }
        uploads.requireValid(details);
        var earlier = Transactions.requiringNew().call(() -> idempotency.find(key, actor));
        if (earlier.isPresent()) {
            return Transactions.requiringNew().call(() -> media.get(earlier.getAsLong(), actor));
        }
        if (details.postId().value() != null) {
            uploads.requireAllowed(details.postId().value(), actor);
        }
        try {
            return fetch(url, details, key, actor);
        } catch (CmsException e) {
            throw e.code() == ErrorCode.VALIDATION_FAILED ? aboutUrl(e) : e;
        }
    }

    private MediaView fetch(String url, MediaPatch details, RequestKey key, Actor actor) {
        var fetched = files.read(url, remote -> {
            uploads.requireFits(remote.size());
            return new Fetched(
                    uploads.receive(remote.bytes(), actor), new NewMedia(remote.name(), remote.mimeType(), details));
        });
        try (var file = fetched.file()) {
            return uploads.create(file, fetched.wanted(), key, actor);
        }
    }

    private static CmsException aboutUrl(CmsException e) {
        return new CmsException(
                e.code(),
                e.getMessage(),
                e.errors().stream()
                        .map(error -> error.field().equals(FILE)
                                ? new FieldError(RemoteFiles.URL, error.code(), error.detail())
                                : error)
                        .toList());
    }

    private record Fetched(StagedFile file, NewMedia wanted) {}
}
