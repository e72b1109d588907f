package io.masthead.api.v1.http;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that a response can contain; a selection of others is refused.
 *
 * @param type the type of the resource or of the list items
 * @param inList whether it is a list, whose items omit some fields
 * @param without fields that the operation never shows
 * @param declared the names of the parameters of the operation
 * @param parameters those that were sent
 */
record ShownFields(
        Class<?> type,
        boolean inList,
        Set<String> without,
        Set<String> declared,
        MultivaluedMap<String, String> parameters) {

    /** The fields of a {@link Selectable} operation. */
    static ShownFields of(ResourceInfo resource, MultivaluedMap<String, String> parameters) {
        var operation = resource.getResourceMethod();
        var selectable = operation.getAnnotation(Selectable.class);
        return new ShownFields(
                selectable.value() == Void.class
                        ? resource.getResourceClass()
                                .getAnnotation(Selectable.class)
                                .value()
                        : selectable.value(),
                operation.getReturnType() == ListJson.class,
                Set.of(selectable.without()),
                KnownParameters.declaredBy(operation).keySet(),
                parameters);
    }

    /** Whether a response can contain a field of a type. */
    boolean canBe(Class<?> of, String name, AnnotatedMember field) {
        return !(inList && field.hasAnnotation(NotInLists.class)) && !(of == type && without.contains(name));
    }

    /** The parameter that the field requires; null if it is sent or none is required. */
    String missing(AnnotatedMember field) {
        var condition = field.getAnnotation(RequiresParameter.class);
        return condition == null
                        || (condition.onlyInLists() && !inList)
                        || Arrays.stream(condition.value()).anyMatch(this::isAskedFor)
                ? null
                : Arrays.stream(condition.value())
                        .filter(one -> declared.contains(parameter(one)))
                        .collect(Collectors.joining(" or "));
    }

    private boolean isAskedFor(String condition) {
        var sent = ParameterReader.joined(parameters.get(parameter(condition)));
        return sent != null
                && Arrays.stream(sent.split(",", -1))
                        .map(String::strip)
                        .anyMatch(condition.substring(parameter(condition).length() + 1)::equals);
    }

    private static String parameter(String condition) {
        return condition.substring(0, condition.indexOf('='));
    }
}
