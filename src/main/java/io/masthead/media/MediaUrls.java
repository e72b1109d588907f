package io.masthead.media;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Completes the URLs of files that are stored here: they follow the URL of the site. */
@ApplicationScoped
class MediaUrls {

    /** The path below which files are served. */
    static final String PATH = "/media/";

    private final SettingService settings;

    MediaUrls(SettingService settings) {
        this.settings = settings;
    }

    /** Lets a row that has been read know its absolute URL. */
    void complete(Media row) {
        if (row.isStoredHere()) {
            row.setSiteUrl(settings.get().url());
        }
    }
}
