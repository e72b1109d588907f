package io.masthead.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server as an operator starts it who wants something to look at. */
public final class WithSample implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("masthead.sample", "true");
    }
}
