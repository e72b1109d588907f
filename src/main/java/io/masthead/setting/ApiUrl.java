package io.masthead.setting;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The URL at which clients reach this server. Links to pages begin with the URL of the site, where a front end shows them;
 * links to resources of the APIs and to files begin with this one.
 */
@ApplicationScoped
public class ApiUrl {

    private final ApiConfig config;
    private final SettingService settings;

    ApiUrl(ApiConfig config, SettingService settings) {
        this.config = config;
        this.settings = settings;
    }

    /** Without a slash at its end; that of the site unless another one is configured. */
    public String get() {
        return config.url()
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .orElseGet(() -> settings.get().url())
                .replaceAll("/+$", "");
    }
}
