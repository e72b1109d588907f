package io.masthead.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the methods of a path for the Allow header, which a 405 requires (RFC 9110 section 15.5.6) and the
 * framework does not set.
 */
@Singleton
class AllowHeader {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^:{}]+(?::((?:[^{}]|\\{[^{}]*})+))?}");

    private record Route(Pattern path, String method) {}

    private final List<Route> routes;

    AllowHeader(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowHeader::routes)
                .toList();
    }

    /** In alphabetical order, separated by commas; empty if there is nothing at this path. */
    String of(String path) {
        var methods = new TreeSet<String>();
        routes.stream()
                .filter(route -> route.path().matcher(slashed(path)).matches())
                .forEach(route -> methods.add(route.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return String.join(", ", methods);
    }

    /** Also those by methods that a resource inherits. */
    private static Stream<Route> routes(Class<?> resource) {
        var root = slashed(resource.getAnnotation(Path.class).value()).replaceFirst("/$", "");
        return Arrays.stream(resource.getMethods()).flatMap(method -> routes(root, method));
    }

    private static Stream<Route> routes(String root, Method method) {
        var below = method.getAnnotation(Path.class);
        var template = root + (below == null ? "" : slashed(below.value()));
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(pattern(template), verb.value()));
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        var variable = VARIABLE.matcher(template);
        var end = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(template.substring(end, variable.start())))
                    .append('(')
                    .append(
                            variable.group(1) == null
                                    ? "[^/]+"
                                    : variable.group(1).strip())
                    .append(')');
            end = variable.end();
        }
        return Pattern.compile(regex + Pattern.quote(template.substring(end)) + "/*");
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
