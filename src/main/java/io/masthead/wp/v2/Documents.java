package io.masthead.wp.v2;

import io.masthead.wp.rest.Schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas as OPTIONS shows them. */
final class Documents {

    private Documents() {}

    static Map<String, Object> of(String title, Schema schema) {
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", "http://json-schema.org/draft-04/schema#");
        document.put("title", title);
        document.putAll(schema.toJson());
        return document;
    }
}
