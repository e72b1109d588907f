package io.masthead.imports.files;

import io.masthead.media.fetch.RemoteFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Opens what an import takes files from. */
@ApplicationScoped
public class UploadSources {

    private final RemoteFiles remote;

    UploadSources(RemoteFiles remote) {
        this.remote = remote;
    }

    /**
     * @param origin one from which files are wanted
     * @param site what may be fetched from
     * @throws IOException if there is nothing to take them from; the message is a sentence
     */
    public UploadSource open(FileOrigin origin, SiteHosts site) throws IOException {
        return switch (origin.kind()) {
            case FETCH -> new SiteUploads(remote, site);
            case FOLDER -> UploadSource.open(origin.uploads());
            case NONE -> throw new IllegalArgumentException("No files are wanted");
        };
    }
}
