package io.masthead.wp.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal in the words of WordPress.
 *
 * @param data what stands in {@code data} beside the status
 */
public record WpError(int status, String code, String message, Map<String, Object> data) {

    public static WpError of(int status, String code, String message) {
        return new WpError(status, code, message, Map.of());
    }

    /** {@code {code, message, data: {status, …}}}. */
    public Map<String, Object> toJson() {
        var details = new LinkedHashMap<String, Object>();
        details.put("status", status);
        details.putAll(data);
        var json = new LinkedHashMap<String, Object>();
        json.put("code", code);
        json.put("message", message);
        json.put("data", details);
        return json;
    }
}
