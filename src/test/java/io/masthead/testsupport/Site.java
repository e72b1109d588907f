package io.masthead.testsupport;

import java.util.HashMap;
import java.util.Map;

/** Changes the settings of the site for one test, and puts them back. */
public final class Site {

    private static final String SETTINGS = "/api/v1/settings";

    private Map<String, Object> before;

    /** From now on these hold. */
    public Site with(Map<String, ?> settings) {
        if (before == null) {
            before = Blog.ofAdministrator().asking().get(SETTINGS).jsonPath().getMap("$");
        }
        set(settings);
        return this;
    }

    public Site with(String name, Object value) {
        var setting = new HashMap<String, Object>();
        setting.put(name, value);
        return with(setting);
    }

    public void putBack() {
        if (before != null) {
            set(before);
            before = null;
        }
    }

    private static void set(Map<String, ?> settings) {
        Blog.ofAdministrator().asking().body(settings).patch(SETTINGS).then().statusCode(200);
    }
}
