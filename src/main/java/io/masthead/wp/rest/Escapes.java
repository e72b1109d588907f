package io.masthead.wp.rest;

import java.util.Map;

/** Plain text as WordPress puts it into HTML. */
public final class Escapes {

    private static final Map<Character, String> ENTITIES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#039;");

    private Escapes() {}

    public static String html(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var entity = ENTITIES.get(c);
            if (entity == null) {
                escaped.append(c);
            } else {
                escaped.append(entity);
            }
        }
        return escaped.toString();
    }
}
