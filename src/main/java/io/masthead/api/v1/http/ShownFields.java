package io.masthead.api.v1.http;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Set;

/**
 * Which fields an answer can have; others could be named, and would be missed without a word.
 *
 * @param type what is answered, or what the items of a list are
 * @param inList whether it is a list, whose items do not show all fields
 * @param without fields of the type that are never shown here
 */
record ShownFields(Class<?> type, boolean inList, Set<String> without, MultivaluedMap<String, String> parameters) {

    /** Those of an operation that is {@link Selectable}. */
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
                parameters);
    }

    /** Whether a client can get a field of a type, be it by asking for it. */
    boolean canBe(Class<?> of, String name, AnnotatedMember field) {
        return !(inList && field.hasAnnotation(NotInLists.class)) && !(of == type && without.contains(name));
    }

    /** What would have to be asked for; null where nothing is missing. */
    String missing(AnnotatedMember field) {
        var condition = field.getAnnotation(ComesWith.class);
        return condition == null || (condition.onlyInLists() && !inList) || isAskedFor(condition.value())
                ? null
                : condition.value();
    }

    private boolean isAskedFor(String condition) {
        int equals = condition.indexOf('=');
        var sent = parameters.getFirst(condition.substring(0, equals));
        return sent != null
                && Arrays.stream(sent.split(",", -1))
                        .map(String::strip)
                        .anyMatch(condition.substring(equals + 1)::equals);
    }
}
