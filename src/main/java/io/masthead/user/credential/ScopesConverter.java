package io.masthead.user.credential;

import io.masthead.kernel.Scope;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores scopes as comma-separated names; {@code *} is every scope, including those added later. */
@Converter
class ScopesConverter implements AttributeConverter<Set<Scope>, String> {

    private static final String ALL = "*";

    @Override
    public String convertToDatabaseColumn(Set<Scope> scopes) {
        return scopes.size() == Scope.values().length
                ? ALL
                : scopes.stream().map(Scope::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<Scope> convertToEntityAttribute(String stored) {
        if (stored.equals(ALL)) {
            return EnumSet.allOf(Scope.class);
        }
        return Arrays.stream(stored.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
