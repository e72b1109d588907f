package io.masthead.testsupport;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the rules of discussion for one test, and puts them back. */
public final class Discussion {

    private static final String SETTINGS = "/api/v1/settings";

    private static final List<String> RULES = List.of(
            "commentsRequireName",
            "commentsRequireSignIn",
            "commentsCloseDays",
            "commentsMaxDepth",
            "commentsHoldAll",
            "commentsHoldFirst",
            "commentsHoldLinks",
            "commentsModerationWords",
            "commentsDisallowedWords",
            "commentsFloodSeconds",
            "commentsEditSeconds",
            "commentsMinFormSeconds",
            "commentsAddressDays");

    private Map<String, Object> before;

    /** From now on this rule holds. */
    public Discussion rule(String name, Object value) {
        if (before == null) {
            var now = JsonPath.from(admin().get(SETTINGS).asString());
            before = new LinkedHashMap<>();
            RULES.forEach(rule -> before.put(rule, now.get(rule)));
        }
        set(Map.of(name, value));
        return this;
    }

    /** What guests say is shown at once. */
    public Discussion open() {
        return rule("commentsHoldFirst", false).rule("commentsFloodSeconds", 0);
    }

    public void putBack() {
        if (before != null) {
            set(before);
            before = null;
        }
    }

    private static void set(Map<String, Object> rules) {
        admin().body(rules).patch(SETTINGS).then().statusCode(200);
    }

    private static RequestSpecification admin() {
        return Blog.ofAdministrator().asking();
    }
}
