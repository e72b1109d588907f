package io.masthead.wp.rest;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads parameters out of a body: JSON, a form, or a form in parts; nothing else holds any. */
final class BodyParameters {

    private static final Pattern JSON = Pattern.compile("application/(?:[^;,\\s]*\\+)?json\\b.*");

    private final PhpJson json;

    BodyParameters(PhpJson json) {
        this.json = json;
    }

    /**
     * @param contentType null where none was sent
     */
    WpRequest.Input read(
            String rawQuery, Map<String, String> headers, String contentType, byte[] body) {
        var query = PhpParameters.ofQuery(rawQuery);
        var type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        Map<String, Object> parameters = Map.of();
        WpError fault = null;
        if (body.length == 0) {
            parameters = Map.of();
        } else if (JSON.matcher(type).matches()) {
            var parsed = json.read(body);
            fault = parsed.isEmpty() ? WpErrors.invalidJson() : null;
            parameters = parsed.map(BodyParameters::object).orElse(Map.of());
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            parameters = PhpParameters.ofQuery(new String(body, StandardCharsets.UTF_8));
        } else if (type.startsWith("multipart/form-data")) {
            parameters = parts(contentType, body);
        }
        return new WpRequest.Input(rawQuery, query, parameters, headers, fault);
    }

    private static Map<String, Object> object(Object parsed) {
        var object = new LinkedHashMap<String, Object>();
        if (parsed instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put((String) name, value));
        }
        return object;
    }

    /** The fields of the form; its files are none of this. */
    private static Map<String, Object> parts(String contentType, byte[] body) {
        var request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        var parameters = new PhpParameters();
        try {
            var decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                for (var part : decoder.getBodyHttpDatas()) {
                    if (part instanceof Attribute attribute) {
                        parameters.add(attribute.getName(), attribute.getValue());
                    }
                }
            } finally {
                decoder.destroy();
            }
        } catch (DecoderException
                | IllegalArgumentException // of a charset
                | IndexOutOfBoundsException // of a boundary
                | IOException e) {
            // PHP reads what it can of a broken form, which is as good as nothing.
            return parameters.values();
        }
        return parameters.values();
    }
}
