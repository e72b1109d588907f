package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An address of this surface with its resource and its endpoints. The methods that add an endpoint
 * return a copy.
 *
 * @param pattern a regular expression in PHP's syntax, as the index shows it; named groups become
 *     parameters
 * @param schema of what lies there, with WordPress' extra links; null where nothing does
 * @param target loads the resource that a request names; if it throws, no method is allowed
 * @param allowed which methods the caller of a request may use on its target
 * @param batchable whether a batch may contain requests to this route
 * @param <T> the type of the target; Void if nothing is loaded
 */
public record Route<T>(
        String namespace,
        String pattern,
        Pattern compiled,
        List<String> names,
        Map<String, Object> schema,
        Function<WpRequest, T> target,
        BiFunction<WpRequest, T, AllowedMethods> allowed,
        boolean batchable,
        List<Endpoint<T>> endpoints) {

    private static final Pattern NAMED = Pattern.compile("\\(\\?P<([a-z_]+)>");

    /** A route without a target that allows every method. */
    public static Route<Void> of(String pattern, ResourceSchema schema) {
        return of(pattern, schema, request -> AllowedMethods.ALL);
    }

    /** A route without a target. */
    public static Route<Void> of(String pattern, ResourceSchema schema, Function<WpRequest, AllowedMethods> allowed) {
        return of(pattern, schema, request -> null, (request, nothing) -> allowed.apply(request));
    }

    public static <T> Route<T> of(
            String pattern,
            ResourceSchema schema,
            Function<WpRequest, T> target,
            BiFunction<WpRequest, T, AllowedMethods> allowed) {
        return in("wp/v2", pattern, schema.document(), target, allowed);
    }

    /** A route that does something with a resource, and shows no resource of its own. */
    public static <T> Route<T> ofAction(
            String pattern, Function<WpRequest, T> target, BiFunction<WpRequest, T, AllowedMethods> allowed) {
        return in("wp/v2", pattern, null, target, allowed);
    }

    /** A route without a resource that allows every method. */
    public static Route<Void> in(String namespace, String pattern) {
        return in(namespace, pattern, null, request -> null, (request, nothing) -> AllowedMethods.ALL);
    }

    /** A route of another namespace than {@code wp/v2}, without a target, that allows every method. */
    public static Route<Void> in(String namespace, String pattern, ResourceSchema schema) {
        return in(namespace, pattern, schema.document(), request -> null, (request, nothing) -> AllowedMethods.ALL);
    }

    private static <T> Route<T> in(
            String namespace,
            String pattern,
            Map<String, Object> schema,
            Function<WpRequest, T> target,
            BiFunction<WpRequest, T, AllowedMethods> allowed) {
        var names = new ArrayList<String>();
        var named = NAMED.matcher(pattern);
        while (named.find()) {
            names.add(named.group(1));
        }
        // Java allows no underscore in the name of a group.
        var java = new StringBuilder();
        named.reset();
        int number = 0;
        while (named.find()) {
            named.appendReplacement(java, "(?<g" + number + ">");
            number++;
        }
        named.appendTail(java);
        return new Route<>(
                namespace,
                pattern,
                Pattern.compile(java.toString(), Pattern.CASE_INSENSITIVE),
                List.copyOf(names),
                schema,
                target,
                allowed,
                false,
                List.of());
    }

    public Route<T> get(Map<String, Schema> arguments, Function<WpRequest, WpAnswer> handler) {
        return with(List.of("GET"), arguments, Endpoint.Permission.EVERYBODY, ignoringTarget(handler));
    }

    public Route<T> get(
            Map<String, Schema> arguments,
            BiConsumer<WpRequest, AllowedMethods> permission,
            Function<WpRequest, WpAnswer> handler) {
        return get(
                arguments, (request, target, allowed) -> permission.accept(request, allowed), ignoringTarget(handler));
    }

    public Route<T> get(
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            BiFunction<WpRequest, T, WpAnswer> handler) {
        return with(List.of("GET"), arguments, permission, handler);
    }

    public Route<T> post(
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            Function<WpRequest, WpAnswer> handler) {
        return post(arguments, permission, ignoringTarget(handler));
    }

    public Route<T> post(
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            BiFunction<WpRequest, T, WpAnswer> handler) {
        return with(List.of("POST"), arguments, permission, handler);
    }

    /** To WordPress, POST, PUT and PATCH are one. */
    public Route<T> update(
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            BiFunction<WpRequest, T, WpAnswer> handler) {
        return with(List.of("POST", "PUT", "PATCH"), arguments, permission, handler);
    }

    public Route<T> delete(
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            BiFunction<WpRequest, T, WpAnswer> handler) {
        return with(List.of("DELETE"), arguments, permission, handler);
    }

    private static <T> BiFunction<WpRequest, T, WpAnswer> ignoringTarget(Function<WpRequest, WpAnswer> handler) {
        return (request, target) -> handler.apply(request);
    }

    private Route<T> with(
            List<String> methods,
            Map<String, Schema> arguments,
            Endpoint.Permission<? super T> permission,
            BiFunction<WpRequest, T, WpAnswer> handler) {
        var more = new ArrayList<>(endpoints);
        more.add(new Endpoint<>(methods, arguments, permission, handler));
        return new Route<>(namespace, pattern, compiled, names, schema, target, allowed, batchable, List.copyOf(more));
    }

    /** The same route, whose requests a batch may contain. */
    public Route<T> batched() {
        return new Route<>(namespace, pattern, compiled, names, schema, target, allowed, true, endpoints);
    }

    /** The parameters that the path holds; empty where it is another route's. */
    Optional<Map<String, Object>> match(String path) {
        var matcher = compiled.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group("g" + i));
        }
        return Optional.of(values);
    }

    Optional<Endpoint<T>> endpoint(String method) {
        return endpoints.stream().filter(end -> end.methods().contains(method)).findFirst();
    }

    List<String> methods() {
        return endpoints.stream()
                .flatMap(end -> end.methods().stream())
                .distinct()
                .toList();
    }

    /** As the index shows it; {@code self} only where the path has no variables. */
    Map<String, Object> toJson(Function<String, String> url) {
        var json = new LinkedHashMap<String, Object>();
        json.put("namespace", namespace);
        json.put("methods", methods());
        json.put("endpoints", endpoints.stream().map(this::toJson).toList());
        if (names.isEmpty()) {
            json.put("_links", Map.of("self", List.of(Map.of("href", url.apply(pattern.substring(1))))));
        }
        return json;
    }

    private Map<String, Object> toJson(Endpoint<T> endpoint) {
        var json = new LinkedHashMap<String, Object>();
        json.put("methods", endpoint.methods());
        if (batchable) {
            json.put("allow_batch", Map.of("v1", true));
        }
        var arguments = new LinkedHashMap<String, Object>();
        endpoint.arguments().forEach((name, schema) -> arguments.put(name, schema.toArgumentJson()));
        json.put("args", arguments.isEmpty() ? List.of() : arguments);
        return json;
    }
}
