package io.masthead.wp.rest;

import io.masthead.kernel.CmsException;
import io.masthead.web.RetryAfter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes a request through the whole chain: the route, the check of all parameters, the permission,
 * the answer, the wanted fields. Batches and embedded things go through it like any other request.
 */
@Singleton
public class Dispatcher {

    private static final String ACF = "acf";

    private final RouteTable routes;

    Dispatcher(RouteTable routes) {
        this.routes = routes;
    }

    /** Refusals are answers too; what is thrown is nobody's answer: a failure. */
    public WpAnswer dispatch(WpRequest request) {
        var match = routes.find(request).orElse(null);
        if (match == null) {
            return WpAnswer.of(WpErrors.noRoute());
        }
        if (request.method().equals("OPTIONS")) {
            return describe(match, request);
        }
        return match.endpoint() == null ? WpAnswer.of(WpErrors.noRoute()) : answer(match, request);
    }

    /**
     * Why a request cannot be an item of a batch; null where it can. Whether the caller may make it
     * is asked only when its turn comes.
     */
    WpAnswer refusal(WpRequest request) {
        var match = routes.find(request).orElse(null);
        if (match == null || match.endpoint() == null) {
            return WpAnswer.of(WpErrors.noRoute());
        }
        if (!match.route().batchable()) {
            request.setParameters(merged(match.variables(), request.input()));
            return refused(
                    WpError.of(400, "rest_batch_not_allowed", "The requested route does not support batch requests."),
                    match,
                    request);
        }
        try {
            prepare(match, request);
            return null;
        } catch (WpException e) {
            return refused(e.error(), match, request);
        }
    }

    private <T> WpAnswer answer(RouteTable.Match<T> match, WpRequest request) {
        var route = match.route();
        try {
            prepare(match, request);
        } catch (WpException e) {
            return refused(e.error(), match, request);
        }
        var allowed = AllowedMethods.NONE;
        WpAnswer answer;
        try {
            var target = match.target().get();
            var known = route.allowed().apply(request, target);
            allowed = known.with(match.endpoint(), false);
            match.endpoint().permission().require(request, target, known);
            allowed = known.with(match.endpoint(), true);
            answer = narrowed(match.endpoint().handler().apply(request, target), request);
            if (!request.isReading()) {
                // The target may be another now, or be gone.
                allowed = allowed(route, request, () -> route.target().apply(request));
            }
        } catch (WpException e) {
            answer = WpAnswer.of(e.error());
        } catch (CmsException e) {
            answer = WpAnswer.of(WpErrors.of(e, request.actor()));
            if (e.retryAfter() != null) {
                answer.with("Retry-After", RetryAfter.seconds(e.retryAfter()));
            }
        }
        return allow(answer, route, allowed);
    }

    /** Refuses a request before its permission was asked for. */
    private static <T> WpAnswer refused(WpError error, RouteTable.Match<T> match, WpRequest request) {
        var route = match.route();
        return allow(WpAnswer.of(error), route, allowed(route, request, match.target()));
    }

    /** None where there is no target, or none that the caller may know of. */
    private static <T> AllowedMethods allowed(Route<T> route, WpRequest request, Supplier<T> target) {
        try {
            return route.allowed().apply(request, target.get());
        } catch (WpException | CmsException e) {
            return AllowedMethods.NONE;
        }
    }

    /** Names the methods that this caller may use here. */
    private static WpAnswer allow(WpAnswer answer, Route<?> route, AllowedMethods allowed) {
        var names = new ArrayList<>(allowed.names());
        names.retainAll(route.methods());
        return names.isEmpty() ? answer : answer.with("Allow", String.join(", ", names));
    }

    /**
     * Checks the parameters of a request without answering it.
     *
     * @throws WpException for those that are refused
     */
    private void prepare(RouteTable.Match<?> match, WpRequest request) {
        var endpoint = match.endpoint();
        var all = merged(match.variables(), request.input());
        request.setParameters(all);
        if (request.input().fault() != null) {
            throw new WpException(request.input().fault());
        }
        var sent = endpoint.changesOne() ? changed(match, all, request) : all;
        if (endpoint.reads()) {
            sent.keySet().removeIf(name -> !isKnown(match, name));
        }
        if (!endpoint.reads()) {
            refuseUnstored(endpoint, sent);
        }
        // Where some are refused, the target is still looked for by the others.
        request.setParameters(ParameterCheck.withDefaults(endpoint.arguments(), sent));
        request.setParameters(ParameterCheck.check(endpoint.arguments(), sent, request));
    }

    /**
     * What else is sent is not shown to the endpoint: it changes nothing, so that a stored answer serves those who
     * send it, too.
     */
    private static boolean isKnown(RouteTable.Match<?> match, String name) {
        return match.endpoint().arguments().containsKey(name)
                || match.variables().containsKey(name)
                || WpRequest.Option.NAMES.contains(name);
    }

    /** Custom fields of what has none would be dropped in silence otherwise. */
    private static void refuseUnstored(Endpoint<?> endpoint, Map<String, Object> sent) {
        var arguments = endpoint.arguments();
        if (arguments.containsKey(ACF)) {
            return; // what has those fields has any
        }
        for (var name : List.of(ACF, "meta")) {
            if (sent.get(name) instanceof Map<?, ?> fields) {
                var argument = arguments.get(name);
                var unknown = fields.keySet().stream()
                        .map(String::valueOf)
                        .filter(field ->
                                argument == null || !argument.properties().containsKey(field))
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!unknown.isEmpty()) {
                    throw WpException.parameter(
                            name,
                            new ParameterFault(
                                    "rest_invalid_param", "There are no such fields here: " + unknown + ".", null));
                }
            }
        }
    }

    /** Without what the caller was shown and sends back; all of it to who is shown nothing. */
    private Map<String, Object> changed(RouteTable.Match<?> match, Map<String, Object> sent, WpRequest request) {
        var arguments = match.endpoint().arguments();
        var fields = sent.keySet().stream().filter(arguments::containsKey).toList();
        if (fields.isEmpty() || request.actor().isAnonymous()) {
            return sent;
        }
        var query = Map.<String, Object>of(
                "context", "edit", WpRequest.Option.FIELDS.parameter(), String.join(",", fields));
        var input = new WpRequest.Input(null, query, Map.of(), Map.of(), null);
        var shown = answer(match.reading(), new WpRequest("GET", request.path(), request.call(), input));
        return !shown.isError() && shown.body() instanceof Map<?, ?> body
                ? Unchanged.without(arguments, sent, body, match.variables().keySet())
                : sent;
    }

    /** The path comes first, so that no body can point elsewhere; then the body, then the query. */
    static Map<String, Object> merged(Map<String, Object> variables, WpRequest.Input input) {
        var merged = new LinkedHashMap<>(input.query());
        merged.putAll(input.body());
        merged.putAll(variables);
        return merged;
    }

    private static WpAnswer narrowed(WpAnswer answer, WpRequest request) {
        return answer.isError()
                ? answer
                : answer.withBody(Fields.of(request.parameters().get(WpRequest.Option.FIELDS.parameter()))
                        .narrow(answer.body()));
    }

    /** The links of a schema are declared as routes, since the address of the site may change. */
    static Map<String, Object> absolute(Map<String, Object> schema, WpRequest request) {
        if (!(schema.get("links") instanceof List<?> links)) {
            return schema;
        }
        var resolved = new LinkedHashMap<>(schema);
        resolved.put(
                "links",
                links.stream()
                        .map(link -> {
                            var copy = new LinkedHashMap<Object, Object>((Map<?, ?>) link);
                            copy.computeIfPresent("href", (key, href) -> request.url((String) href));
                            return copy;
                        })
                        .toList());
        return resolved;
    }

    private static <T> WpAnswer describe(RouteTable.Match<T> match, WpRequest request) {
        request.setParameters(merged(match.variables(), request.input()));
        var route = match.route();
        var body = route.toJson(request::url);
        if (route.schema() != null) {
            body.put("schema", absolute(route.schema(), request));
        }
        var answer = WpAnswer.ok(Fields.of(request.parameters().get(WpRequest.Option.FIELDS.parameter()))
                .narrow(body));
        return allow(answer, route, allowed(route, request, match.target()));
    }
}
