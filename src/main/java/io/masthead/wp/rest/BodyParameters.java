package io.masthead.wp.rest;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.web.form.FormPart;
import io.masthead.web.form.FormScan;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Reads parameters out of a body: JSON, a form, or a form in parts; nothing else holds any. */
final class BodyParameters {

    private static final Pattern JSON = Pattern.compile("application/(?:[^;,\\s]*\\+)?json\\b.*");

    private static final String PARTS = "multipart/form-data";

    /** Of all but files, in bytes. */
    private static final int MAX_BODY = 10 * 1024 * 1024;

    /** Of a form: fields, of which one too many is seen, and as many files as PHP takes. */
    private static final int MAX_PARTS = PhpParameters.MOST + 21;

    /** Of a form beside its files, in bytes. */
    private static final int MAX_FIELDS = 1024 * 1024;

    private static final WpError TOO_MANY = WpError.of(
            400,
            "rest_too_many_fields",
            "A form may have at most " + PhpParameters.MOST + " fields; send JSON instead.");

    private final PhpJson json;

    BodyParameters(PhpJson json) {
        this.json = json;
    }

    /**
     * @param contentType null where none was sent
     */
    WpRequest.Input read(String rawQuery, Map<String, String> headers, String contentType, byte[] body) {
        var query = PhpParameters.ofForm(rawQuery);
        var type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        var fault = query.isTooMany() ? TOO_MANY : null;
        Map<String, Object> parameters = Map.of();
        if (body.length > 0 && JSON.matcher(type).matches()) {
            var parsed = json.read(body);
            fault = parsed.isEmpty() ? WpErrors.invalidJson() : fault;
            parameters = parsed.map(BodyParameters::object).orElse(Map.of());
        } else if (body.length > 0 && isForm(type)) {
            var form = type.startsWith(PARTS)
                    ? parts(contentType, body)
                    : PhpParameters.ofForm(new String(body, StandardCharsets.UTF_8));
            fault = form.isTooMany() ? TOO_MANY : fault;
            parameters = form.values();
        }
        return new WpRequest.Input(
                rawQuery,
                query.values(),
                mayHoldNul(body) ? object(withoutNul(parameters)) : parameters,
                headers,
                fault);
    }

    /**
     * As {@link #read}, of a route that takes files, of any size: they are not read here.
     *
     * @param body opens it, each time from its start; null where there is none
     */
    WpRequest.Input readUpload(
            String rawQuery, Map<String, String> headers, String contentType, Supplier<InputStream> body) {
        if (body == null) {
            return read(rawQuery, headers, contentType, new byte[0]);
        }
        var type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith(PARTS)) {
            return readForm(rawQuery, headers, contentType, body);
        }
        var bytes = JSON.matcher(type).matches() ? bytes(body.get()) : new byte[0];
        var input = read(rawQuery, headers, contentType, bytes);
        var file = new WpRequest.SentFile(null, null, contentType, true, body);
        return new WpRequest.Input(rawQuery, input.query(), input.body(), headers, input.fault(), List.of(file));
    }

    private static WpRequest.Input readForm(
            String rawQuery, Map<String, String> headers, String contentType, Supplier<InputStream> body) {
        var query = PhpParameters.ofForm(rawQuery);
        var form = new PhpParameters();
        var files = new ArrayList<WpRequest.SentFile>();
        try (var bytes = body.get()) {
            for (var part : FormScan.of(bytes, contentType, MAX_PARTS, MAX_FIELDS)) {
                if (part.isFile()) {
                    files.add(new WpRequest.SentFile(
                            part.name(),
                            part.fileName(),
                            part.contentType(),
                            part.isComplete(),
                            () -> slice(body.get(), part)));
                } else {
                    form.add(part.name(), part.value());
                }
            }
        } catch (IOException e) {
            throw endedEarly();
        }
        var fault = query.isTooMany() || form.isTooMany() ? TOO_MANY : null;
        return new WpRequest.Input(
                rawQuery, query.values(), object(withoutNul(form.values())), headers, fault, List.copyOf(files));
    }

    private static InputStream slice(InputStream body, FormPart part) {
        try {
            return part.in(body);
        } catch (IOException e) {
            throw endedEarly();
        }
    }

    /** @throws CmsException {@link ErrorCode#BODY_TOO_LARGE} for more than no file may have */
    static byte[] bytes(InputStream body) {
        try (body) {
            var bytes = body.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new CmsException(ErrorCode.BODY_TOO_LARGE, "The body may have at most " + MAX_BODY + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw endedEarly();
        }
    }

    private static CmsException endedEarly() {
        return new CmsException(ErrorCode.INVALID_BODY, "The body ended too early.");
    }

    /** Whether it is there as a byte or in one of the ways to write it; most bodies are spared. */
    private static boolean mayHoldNul(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0 || (body[i] == '0' && i > 0 && (body[i - 1] == 'u' || body[i - 1] == '%'))) {
                return true;
            }
        }
        return false;
    }

    /** As WordPress, which drops this character from texts instead of refusing them. */
    private static Object withoutNul(Object value) {
        if (value instanceof String text) {
            return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(BodyParameters::withoutNul).collect(nullableList());
        }
        if (value instanceof Map<?, ?> map) {
            var clean = new LinkedHashMap<Object, Object>();
            map.forEach((name, below) -> clean.put(withoutNul(name), withoutNul(below)));
            return clean;
        }
        return value;
    }

    /** {@link java.util.stream.Stream#toList()}, which JSON's null may stand in. */
    private static Collector<Object, ?, List<Object>> nullableList() {
        return Collectors.toCollection(ArrayList::new);
    }

    private static boolean isForm(String type) {
        return type.startsWith(PARTS) || type.startsWith("application/x-www-form-urlencoded");
    }

    private static Map<String, Object> object(Object parsed) {
        var object = new LinkedHashMap<String, Object>();
        if (parsed instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put((String) name, value));
        }
        return object;
    }

    /** The fields of the form; its files are none of this. */
    private static PhpParameters parts(String contentType, byte[] body) {
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        var parameters = new PhpParameters();
        try {
            var decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false),
                    request,
                    StandardCharsets.UTF_8,
                    PhpParameters.MOST + 1,
                    body.length);
            try {
                for (var part : decoder.getBodyHttpDatas()) {
                    if (part instanceof Attribute attribute) {
                        parameters.add(attribute.getName(), attribute.getValue());
                    }
                }
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.TooManyFormFieldsException e) {
            return PhpParameters.tooMany();
        } catch (DecoderException
                | IllegalArgumentException // of a charset
                | IndexOutOfBoundsException // of a boundary
                | IOException e) {
            // PHP reads what it can of a broken form, which is as good as nothing.
            return parameters;
        }
        return parameters;
    }
}
