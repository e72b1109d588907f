package io.masthead.wp.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Puts what an answer links to into it, as {@code _embed} asks: fetched as the same caller, one
 * level deep, refusals included.
 */
final class Embedding {

    private final Dispatcher dispatcher;
    private final WpRequest request;
    private final List<String> relations;
    private final List<EmbedSource> sources;
    private final Map<Target, Object> fetched = new HashMap<>();

    /**
     * @param relations those wanted; empty for all
     */
    Embedding(Dispatcher dispatcher, List<EmbedSource> sources, WpRequest request, List<String> relations) {
        this.dispatcher = dispatcher;
        this.sources = sources;
        this.request = request;
        this.relations = relations;
    }

    /** The relations that {@code _embed} names; null where it was not sent. */
    static List<String> relations(WpRequest request) {
        if (!WpRequest.Option.EMBED.isIn(request)) {
            return null;
        }
        var value = WpRequest.Option.EMBED.of(request);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        var text = String.valueOf(value).strip();
        return text.isEmpty() || text.equals("0") || text.equals("1") || text.equals("true")
                ? List.of()
                : List.of(text.split("[\\s,]+"));
    }

    Object embed(Object body) {
        var fields = Fields.of(WpRequest.Option.FIELDS.of(request));
        if (!fields.areAll() && !(fields.include("_links") && fields.include("_embedded"))) {
            return body;
        }
        var items = body instanceof List<?> list ? list : List.of(body);
        var targets = new LinkedHashSet<Target>();
        items.forEach(item -> wanted(item).values().forEach(targets::addAll));
        targets.remove(null);
        sources.forEach(source -> fetched.putAll(source.fetch(targets, request)));
        return body instanceof List<?> list ? list.stream().map(this::embedOne).toList() : embedOne(body);
    }

    private Object embedOne(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return item;
        }
        var embedded = new LinkedHashMap<String, Object>();
        wanted(item).forEach((relation, targets) -> {
            var things = targets.stream()
                    .map(target -> target == null ? List.of() : fetched.computeIfAbsent(target, this::dispatch))
                    .toList();
            // An empty list is no reason to name the relation.
            if (things.stream().anyMatch(thing -> !List.of().equals(thing))) {
                embedded.put(relation, things);
            }
        });
        if (embedded.isEmpty()) {
            return item;
        }
        var more = new LinkedHashMap<Object, Object>(map);
        more.put("_embedded", embedded);
        return more;
    }

    /** By relation, what to embed; null keeps the place of what is not embedded. */
    private Map<String, List<Target>> wanted(Object item) {
        var wanted = new LinkedHashMap<String, List<Target>>();
        if (item instanceof Map<?, ?> map && map.get("_links") instanceof Map<?, ?> links) {
            links.forEach((relation, targets) -> {
                if (relations.isEmpty() || relations.contains(relation)) {
                    wanted.put((String) relation, targets((List<?>) targets));
                }
            });
        }
        return wanted;
    }

    private static List<Target> targets(List<?> links) {
        return links.stream()
                .map(one -> one instanceof Link link ? link.embedded() : null)
                .toList();
    }

    private Object dispatch(Target target) {
        var kind = target.kind();
        var one = kind.parameter() == null;
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("context", "embed");
        if (!one) {
            parameters.put(kind.parameter(), String.valueOf(target.id()));
        }
        var path = "/" + (one ? target.route() : kind.route());
        return dispatcher
                .dispatch(new WpRequest(
                        "GET", path, request.call(), new WpRequest.Input(null, parameters, Map.of(), Map.of(), null)))
                .body();
    }
}
