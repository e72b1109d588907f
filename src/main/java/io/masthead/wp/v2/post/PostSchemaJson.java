package io.masthead.wp.v2.post;

import io.masthead.wp.rest.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of posts as {@code OPTIONS} shows it, with what editors may find allowed of each. */
final class PostSchemaJson {

    private PostSchemaJson() {}

    static Map<String, Object> of(PostKind kind) {
        var json = new LinkedHashMap<String, Object>();
        json.put("$schema", "http://json-schema.org/draft-04/schema#");
        json.putAll(kind.schema().toJson());
        json.put("links", actions(kind));
        return json;
    }

    private static List<Map<String, Object>> actions(PostKind kind) {
        var actions = new ArrayList<Map<String, Object>>();
        actions.add(action(
                kind,
                "publish",
                "The current user can publish this post.",
                "status",
                Schema.string().oneOfValues("publish", "future").toJson()));
        actions.add(action(
                kind,
                "unfiltered-html",
                "The current user can post unfiltered HTML markup and JavaScript.",
                "content",
                Map.of("raw", Schema.string().toJson())));
        if (kind.isPosts()) {
            actions.add(action(
                    kind,
                    "sticky",
                    "The current user can sticky this post.",
                    "sticky",
                    Schema.bool().toJson()));
        }
        actions.add(action(
                kind,
                "assign-author",
                "The current user can change the author on this post.",
                "author",
                Schema.integer().toJson()));
        if (kind.isPosts()) {
            addTerms(actions, kind, "categories", "category");
            addTerms(actions, kind, "tags", "post_tag");
        }
        return actions;
    }

    private static void addTerms(List<Map<String, Object>> actions, PostKind kind, String field, String taxonomy) {
        var ids = Schema.list(Schema.integer()).toJson();
        actions.add(action(
                kind,
                "assign-" + field,
                "The current user can assign terms in the " + taxonomy + " taxonomy.",
                field,
                ids));
        actions.add(action(
                kind,
                "create-" + field,
                "The current user can create terms in the " + taxonomy + " taxonomy.",
                field,
                ids));
    }

    private static Map<String, Object> action(
            PostKind kind, String name, String title, String field, Map<String, Object> schema) {
        var action = new LinkedHashMap<String, Object>();
        action.put("rel", "https://api.w.org/action-" + name);
        action.put("title", title);
        action.put("href", kind.route() + "/{id}");
        var target = new LinkedHashMap<String, Object>();
        target.put("type", "object");
        target.put("properties", Map.of(field, schema));
        action.put("targetSchema", target);
        return action;
    }
}
