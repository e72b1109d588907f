package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that are undeclared, repeated without being lists, or empty. */
@Singleton
class KnownParameters {

    /**
     * A parameter that a method declares.
     *
     * @param isMany whether it may be repeated
     * @param defaultValue as documented; empty if there is none, or it depends on something else
     */
    record Declared(boolean isMany, String defaultValue) {

        private static Declared of(String name, AnnotatedElement element, Class<?> type) {
            var documented = element.getAnnotation(Parameter.class);
            return new Declared(
                    List.class.isAssignableFrom(type) || name.equals(ResponseRenderer.FIELDS),
                    documented == null ? "" : documented.schema().defaultValue());
        }
    }

    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null || !isOurs(resource) || method.isAnnotationPresent(AcceptsUnknownParameters.class)) {
            return;
        }
        var known = declared.computeIfAbsent(method, KnownParameters::declaredBy);
        var takesCustomFields = method.isAnnotationPresent(FilterableByField.class);
        var errors = new ArrayList<FieldError>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            var custom = takesCustomFields && CustomFieldParams.matches(name);
            if (!custom && !known.containsKey(name)) {
                errors.add(unknown(name, known.keySet(), takesCustomFields));
            } else if (values.size() > 1 && (custom || !known.get(name).isMany())) {
                errors.add(repeated(name));
            } else if (!custom && values.contains("")) {
                errors.add(empty(name));
            }
        });
        if (!errors.isEmpty()) {
            throw new CmsException(
                    ErrorCode.INVALID_PARAMETER,
                    errors.size() == 1
                            ? errors.get(0).detail()
                            : errors.size() + " parameters are not allowed; 'errors' names each.",
                    errors);
        }
    }

    private static boolean isOurs(ResourceInfo resource) {
        return ApiTypes.contains(resource.getResourceClass().getName());
    }

    private static FieldError unknown(String name, Set<String> known, boolean takesCustomFields) {
        var allowed = known.isEmpty()
                ? "none are allowed"
                : "allowed are: " + String.join(", ", known) + (takesCustomFields ? ", field[NAME]" : "");
        return new FieldError(
                printable(name),
                "unknown_parameter",
                "There is no parameter '%s'; %s.".formatted(printable(name), allowed));
    }

    private static FieldError repeated(String name) {
        return new FieldError(name, "repeated_parameter", "'%s' may be sent only once.".formatted(name));
    }

    /** An empty filter is a mistake of the client and must not mean "all". */
    private static FieldError empty(String name) {
        return new FieldError(name, "empty_parameter", "'%s' is empty; omit it.".formatted(name));
    }

    /** Limits what a message repeats of the input. */
    private static String printable(String name) {
        var visible = name.codePoints().filter(c -> !Character.isISOControl(c)).limit(100);
        return visible.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** By their names. */
    static Map<String, Declared> declaredBy(Method method) {
        var names = new TreeMap<String, Declared>();
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), Declared.of(query.value(), parameter, parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    var nested = field.getAnnotation(QueryParam.class);
                    if (nested != null) {
                        names.put(nested.value(), Declared.of(nested.value(), field, field.getType()));
                    }
                }
            }
        }
        return names;
    }
}
