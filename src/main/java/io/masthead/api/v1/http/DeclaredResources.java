package io.masthead.api.v1.http;

import io.masthead.web.cache.DeclaredParameters;
import io.masthead.web.cache.DeclaredReads;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of the GET methods of this API, by path. */
@Singleton
class DeclaredResources implements DeclaredReads {

    private static final String ROOT = "/api/v1/";

    private final Segment root = new Segment();

    /** A place in the tree of all path templates. */
    private static final class Segment {

        private final Map<String, Segment> named = new HashMap<>();
        private Segment variable;
        private DeclaredParameters parameters;

        Segment below(String name) {
            if (!name.startsWith("{")) {
                return named.computeIfAbsent(name, key -> new Segment());
            }
            if (variable == null) {
                variable = new Segment();
            }
            return variable;
        }

        /**
         * Null if there is no such path. More than one template may have it; which of them is chosen, is not decided
         * here.
         */
        DeclaredParameters find(String path, int from) {
            if (from > path.length()) {
                return parameters;
            }
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            var byName = named.get(path.substring(from, end));
            var one = byName == null ? null : byName.find(path, end + 1);
            var other = variable == null ? null : variable.find(path, end + 1);
            return one != null && other != null ? DeclaredParameters.UNKNOWN : one == null ? other : one;
        }
    }

    DeclaredResources(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var type = bean.getBeanClass();
            var path = type.getAnnotation(Path.class);
            if (path != null && ApiTypes.contains(type.getName())) {
                for (var declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
                    for (var method : declaring.getDeclaredMethods()) {
                        add(path.value(), method);
                    }
                }
            }
        }
    }

    private void add(String base, Method method) {
        if (!method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(AcceptsUnknownParameters.class)) {
            return;
        }
        var path = method.getAnnotation(Path.class);
        var segment = root;
        var template = path == null ? base : base + "/" + path.value();
        if (!template.startsWith(ROOT)) {
            return; // the index, which is cheap
        }
        for (var name : template.substring(ROOT.length()).split("/", -1)) {
            segment = segment.below(name);
        }
        segment.parameters = new DeclaredParameters(defaults(method), false);
    }

    private static Map<String, Set<String>> defaults(Method method) {
        return KnownParameters.declaredBy(method).entrySet().stream()
                .filter(entry -> !entry.getValue().defaultValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Set.of(entry.getValue().defaultValue())));
    }

    @Override
    public DeclaredParameters find(String path) {
        // Other spellings of a path may lead to another method.
        var isPlain = path.startsWith(ROOT)
                && !path.endsWith("/")
                && path.indexOf('%') < 0
                && path.indexOf("//") < 0
                && path.indexOf("/.") < 0;
        return isPlain ? root.find(path, ROOT.length()) : null;
    }
}
