package io.masthead.api.v1.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Parameters that several operations take alike: each is a component, to which operations refer. */
final class RepeatedParameters {

    static final String REF = "#/components/parameters/";

    /** The last operation that takes each. */
    private final Map<Parameter, Taker> repeated = new LinkedHashMap<>();

    /** How many could have a name. */
    private final Map<String, Integer> contenders = new HashMap<>();

    private RepeatedParameters(Paths paths, Set<String> taken) {
        var takers = new LinkedHashMap<Parameter, List<Taker>>();
        paths.getPathItems()
                .forEach((path, item) -> item.getOperations().values().stream()
                        .filter(operation -> operation.getParameters() != null)
                        .forEach(operation -> operation.getParameters().stream()
                                .filter(parameter -> parameter.getRef() == null)
                                .forEach(parameter -> takers.computeIfAbsent(shown(parameter), key -> new ArrayList<>())
                                        .add(new Taker(path, operation)))));
        takers.forEach((parameter, of) -> {
            if (of.size() > 1) {
                repeated.put(parameter, of.get(of.size() - 1));
            }
        });
        taken.forEach(name -> contenders.put(name, 1));
        repeated.forEach(
                (parameter, taker) -> taker.names(parameter).forEach(name -> contenders.merge(name, 1, Integer::sum)));
    }

    /**
     * Takes them out of the operations.
     *
     * @param taken names of components that there are
     * @return them by the names of their components
     */
    static Map<String, Parameter> moved(Paths paths, Set<String> taken) {
        var parameters = new RepeatedParameters(paths, taken);
        var names = new HashMap<Parameter, String>();
        parameters.repeated.keySet().forEach(parameter -> names.put(parameter, parameters.name(parameter)));
        paths.getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation.setParameters(operation.getParameters().stream()
                        .map(one -> names.containsKey(shown(one)) ? reference(names.get(shown(one))) : one)
                        .toList()));
        return names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Without what the generator notes of the method. */
    private static Parameter shown(Parameter parameter) {
        return OASFactory.createParameter()
                .name(parameter.getName())
                .in(parameter.getIn())
                .required(parameter.getRequired())
                .schema(parameter.getSchema())
                .description(parameter.getDescription())
                .style(parameter.getStyle())
                .explode(parameter.getExplode())
                .example(parameter.getExample());
    }

    static Parameter reference(String name) {
        return OASFactory.createParameter().ref(REF + name);
    }

    /** The shortest name that no other parameter has. */
    private String name(Parameter parameter) {
        return repeated.get(parameter).names(parameter).stream()
                .filter(name -> contenders.get(name) == 1)
                .findFirst()
                .orElseThrow();
    }

    /** An operation that takes a parameter. */
    private record Taker(String path, Operation operation) {

        /** Such as {@code Sort}, {@code CategorySort}, {@code ListCategoriesSort}. */
        List<String> names(Parameter parameter) {
            var own = inCamelCase(parameter.getName());
            var plural = parameter.getIn() == In.PATH
                    ? path.split("/", -1)[3]
                    : operation.getTags().get(0);
            var noun = plural.replaceFirst("ies$", "y").replaceFirst("s$", "");
            return List.of(own, inCamelCase(noun) + own, inCamelCase(operation.getOperationId()) + own);
        }

        private static String inCamelCase(String name) {
            return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
        }
    }
}
