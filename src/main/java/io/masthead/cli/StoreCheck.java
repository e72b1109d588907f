package io.masthead.cli;

import io.masthead.media.storage.StorageLocation;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.Optional;

/** Checks that the settings of the media store belong together. */
final class StoreCheck {

    private static final String STORAGE = "masthead.media.storage";
    private static final String ENDPOINT = "masthead.media.s3.endpoint";
    private static final String REGION = "masthead.media.s3.region";
    private static final String ACCESS_KEY = "masthead.media.s3.access-key";
    private static final String SECRET_KEY = "masthead.media.s3.secret-key";

    private StoreCheck() {}

    /** One sentence with the problem, without secrets; empty if there is none. */
    static Optional<String> refusal(SmallRyeConfig settings) {
        var storage = value(settings, STORAGE);
        if (storage.isEmpty()) {
            return Optional.empty();
        }
        try {
            return StorageLocation.of(storage.get()) instanceof StorageLocation.Bucket
                    ? ofServer(settings)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return fault(STORAGE, "is wrong: " + e.getMessage());
        }
    }

    private static Optional<String> ofServer(SmallRyeConfig settings) {
        if (value(settings, ENDPOINT).filter(StoreCheck::isMoreThanAServer).isPresent()) {
            return fault(ENDPOINT, "is wrong: use https:// or http://, a host and perhaps a port, without a path.");
        }
        if (value(settings, REGION)
                .filter(region -> !region.matches("[A-Za-z0-9-]{1,64}"))
                .isPresent()) {
            return fault(REGION, "is wrong: a region has only letters, digits and hyphens.");
        }
        for (var name : new String[] {ACCESS_KEY, SECRET_KEY}) {
            var key = value(settings, name);
            if (key.isEmpty()) {
                return fault(
                        name, "is missing: a bucket in %s requires it.".formatted(TypedSettings.variable(STORAGE)));
            }
            if (!key.get().matches("[!-~]+")) {
                return fault(name, "is wrong: a key has neither blanks nor characters outside of ASCII.");
            }
        }
        return Optional.empty();
    }

    private static boolean isMoreThanAServer(String endpoint) {
        var url = URI.create(endpoint.strip());
        return !url.getRawPath().matches("/?")
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null;
    }

    private static Optional<String> value(SmallRyeConfig settings, String name) {
        return settings.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    private static Optional<String> fault(String name, String what) {
        return Optional.of(TypedSettings.variable(name) + " " + what);
    }
}
