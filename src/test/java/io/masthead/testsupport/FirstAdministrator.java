package io.masthead.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets the administrator of the first start have a token that tests know, also where Masthead runs
 * in a process of its own.
 *
 * <p>The annotation makes it serve all tests; none has to name it.
 */
@QuarkusTestResource(FirstAdministrator.class)
public final class FirstAdministrator implements QuarkusTestResourceLifecycleManager {

    public static final String TOKEN = "mh_pat_KnvphoCQintebfZiOTtagBkirrnUpo3IJvzh";

    @Override
    public Map<String, String> start() {
        return Map.of("masthead.admin.token", TOKEN);
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
