package io.masthead.platform.outbound;

import jakarta.ws.rs.core.MediaType;

/**
 * The body of a request.
 *
 * @param type the media type
 */
public record OutboundBody(String type, String text) {

    public static OutboundBody form(String encoded) {
        return new OutboundBody(MediaType.APPLICATION_FORM_URLENCODED, encoded);
    }

    public static OutboundBody json(String text) {
        return new OutboundBody(MediaType.APPLICATION_JSON, text);
    }
}
