package io.masthead.auth.oidc;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Sites known by name, at the URLs of a stub. */
@Mock
@ApplicationScoped
public class StubbedPresets extends PresetEndpoints {

    private volatile String stub = "http://127.0.0.1:1";

    /** Lets them respond at the stub, each below its name. */
    void at(String url) {
        stub = url;
    }

    @Override
    Optional<Endpoints> of(Preset preset) {
        return super.of(preset)
                .map(real -> new Endpoints(
                        real.issuer(),
                        real.authorization(),
                        at(preset, "/token"),
                        at(preset, "/user"),
                        real.emails() == null ? null : at(preset, "/emails"),
                        null,
                        real.basic(),
                        false));
    }

    private String at(Preset preset, String path) {
        return stub + "/" + preset.name().toLowerCase(Locale.ROOT) + path;
    }
}
