package io.masthead.wp.rest;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Patch;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A request of this surface, whether it came over the network, in a batch, or from an answer that
 * embeds another one.
 */
public final class WpRequest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String method;
    private final String path;
    private final Call call;
    private final Input input;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private Map<String, Object> parameters = Map.of();

    /**
     * What a request and those made for its sake have in common.
     *
     * @param address the network address of the client
     * @param userAgent null where none was sent
     * @param siteUrl without a slash at its end; links to pages begin with it
     * @param apiUrl without a slash at its end; links to resources begin with it
     */
    public record Call(Actor actor, String address, String userAgent, String siteUrl, String apiUrl) {}

    /**
     * What was sent, part by part.
     *
     * @param rawQuery as it came; null for none
     * @param body what the body says, of a JSON or a form
     * @param headers with names in lower case
     * @param fault why the body could not be read; null where it could
     * @param files in the body, of a route that takes any
     */
    public record Input(
            String rawQuery,
            Map<String, Object> query,
            Map<String, Object> body,
            Map<String, String> headers,
            WpError fault,
            List<SentFile> files) {

        /** Without files. */
        public Input(
                String rawQuery,
                Map<String, Object> query,
                Map<String, Object> body,
                Map<String, String> headers,
                WpError fault) {
            this(rawQuery, query, body, headers, fault, List.of());
        }
    }

    /**
     * A file in a body, or the body as a file.
     *
     * @param part the name of its part in a form; null where the whole body is the file
     * @param name what the client calls it; null where no form says
     * @param contentType as the client says; null where it does not
     * @param isComplete whether all of it came
     * @param bytes opens it
     */
    public record SentFile(
            String part, String name, String contentType, boolean isComplete, Supplier<InputStream> bytes) {

        public boolean isPart() {
            return part != null;
        }
    }

    /** What every route takes in its query, whatever it declares. */
    public enum Option {
        EMBED("_embed"),
        ENVELOPE("_envelope"),
        FIELDS("_fields"),
        JSONP("_jsonp"),
        METHOD("_method"),
        NONCE("_wpnonce"),
        PASSWORD("password"),
        PRETTY("_pretty");

        static final Set<String> NAMES =
                Arrays.stream(values()).map(Option::parameter).collect(Collectors.toUnmodifiableSet());

        private final String parameter;

        Option(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }

        boolean isIn(WpRequest request) {
            return request.input.query().containsKey(parameter);
        }

        /** As it came; null where it was not sent. */
        public Object of(WpRequest request) {
            return request.input.query().get(parameter);
        }
    }

    /**
     * @param path below {@code /wp-json}, with a slash at its beginning and none at its end
     */
    WpRequest(String method, String path, Call call, Input input) {
        this.method = method;
        this.path = path;
        this.call = call;
        this.input = input;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Actor actor() {
        return call.actor();
    }

    public Call call() {
        return call;
    }

    public Input input() {
        return input;
    }

    /**
     * What is thrown where the caller may not do something: 401 for guests, else 403.
     *
     * @param what completes "Sorry, you are not allowed to …"
     */
    public WpException refusal(String code, String what) {
        return WpErrors.forbidden(actor(), code, "Sorry, you are not allowed to " + what + ".");
    }

    /**
     * @throws WpException as {@link #refusal} where the caller may not
     */
    public void require(boolean may, String code, String what) {
        if (!may) {
            throw refusal(code, what);
        }
    }

    /**
     * @param may whether the caller may see things as those who edit them do
     * @throws WpException where that is asked for and the caller may not
     */
    public void requireForEdit(boolean may, String what) {
        require(may || !context().equals("edit"), "rest_forbidden_context", what);
    }

    /** Whether it changes nothing. */
    public boolean isReading() {
        return READING.contains(method);
    }

    /** A header, by its name in lower case; null where it was not sent. */
    public String header(String name) {
        return input.headers().get(name);
    }

    /** The address of something of this surface, such as {@code wp/v2/posts}. */
    public String url(String route) {
        return call.apiUrl() + "/wp-json/" + route;
    }

    /** Checked, in the types the schemas name; before that, as they came. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    void setParameters(Map<String, Object> checked) {
        parameters = checked;
    }

    /** Whether a parameter was sent or has a default. */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public String text(String name) {
        var value = parameters.get(name);
        return value == null ? null : value.toString();
    }

    /** Text, or an object that holds it in {@code raw}; anything else counts as not sent. */
    public Patch<String> written(String name) {
        var value = parameters.get(name);
        var raw = value instanceof Map<?, ?> parts ? parts.get("raw") : value;
        return raw instanceof String text ? Patch.to(text) : Patch.absent();
    }

    /** Null where it was not sent, or is refused for not being one. */
    public Long number(String name) {
        var value = parameters.get(name);
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof String text && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** An id of the path, which its pattern holds to digits. */
    public long id(String name) {
        var id = number(name);
        // More digits than any id has.
        return id == null ? Long.MAX_VALUE : id;
    }

    /** Null where it was not sent. */
    public Boolean bool(String name) {
        return parameters.get(name) instanceof Boolean value ? value : null;
    }

    public boolean isOn(String name) {
        return Boolean.TRUE.equals(parameters.get(name));
    }

    /** Empty where it was not sent; a negative id stands for its absolute value, as in PHP. */
    public List<Long> ids(String name) {
        return parameters.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Number.class::isInstance)
                        .map(item -> Math.abs(((Number) item).longValue()))
                        .toList()
                : List.of();
    }

    public List<String> strings(String name) {
        return parameters.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether the answer is to show a field, as far as {@code _fields} says. */
    public boolean includesField(String field) {
        return Fields.of(parameters.get(Option.FIELDS.parameter())).include(field);
    }

    public String context() {
        var context = text("context");
        return context == null ? "view" : context.toLowerCase(Locale.ROOT);
    }

    /** What those who build one answer share. */
    public <T> T shared(Class<T> type, Supplier<T> first) {
        return type.cast(shared.computeIfAbsent(type, key -> first.get()));
    }
}
