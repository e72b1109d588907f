package io.masthead.media;

import io.masthead.setting.ApiUrl;
import jakarta.enterprise.context.ApplicationScoped;

/** Completes the URLs of files that are stored here: they follow the URL of this server. */
@ApplicationScoped
class MediaUrls {

    /** The path below which files are served. */
    static final String PATH = "/media/";

    private final ApiUrl apiUrl;

    MediaUrls(ApiUrl apiUrl) {
        this.apiUrl = apiUrl;
    }

    /** Lets a row that has been read know its absolute URL. */
    void complete(Media row) {
        if (row.isStoredHere()) {
            row.setServerUrl(apiUrl.get());
        }
    }
}
