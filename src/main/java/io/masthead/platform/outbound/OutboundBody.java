package io.masthead.platform.outbound;

import jakarta.ws.rs.core.MediaType;

/**
 * The body of a POST.
 *
 * @param type the media type; null if there is no body
 */
public record OutboundBody(String type, String text) {

    /** For a POST without a body. */
    public static final OutboundBody NONE = new OutboundBody(null, "");

    public static OutboundBody form(String encoded) {
        return new OutboundBody(MediaType.APPLICATION_FORM_URLENCODED, encoded);
    }

    public static OutboundBody json(String text) {
        return new OutboundBody(MediaType.APPLICATION_JSON, text);
    }
}
