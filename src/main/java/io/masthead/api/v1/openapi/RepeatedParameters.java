package io.masthead.api.v1.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters that several operations share: each is a component to which the operations refer. */
final class RepeatedParameters {

    /** The extension in which an operation notes the name of a component for each parameter. */
    static final String NAME = "x-component-name";

    private static final String REF = "#/components/parameters/";

    private final Map<Parameter, Integer> uses = new HashMap<>();
    private final Map<String, Parameter> components;

    private RepeatedParameters(Map<String, Parameter> components) {
        this.components = new TreeMap<>(components);
    }

    /**
     * Replaces shared parameters by references.
     *
     * @param known components to which operations refer already
     * @return all components
     */
    static Map<String, Parameter> move(Paths paths, Map<String, Parameter> known) {
        var parameters = new RepeatedParameters(known);
        var operations = paths.getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .toList();
        operations.forEach(parameters::count);
        operations.forEach(operation -> operation.setParameters(parameters.moved(operation.getParameters())));
        return parameters.components;
    }

    static Parameter reference(String name) {
        return OASFactory.createParameter().ref(REF + name);
    }

    private void count(Operation operation) {
        operation.getParameters().forEach(parameter -> uses.merge(published(parameter), 1, Integer::sum));
    }

    private List<Parameter> moved(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getRef() == null ? moved(parameter) : parameter)
                .toList();
    }

    private Parameter moved(Parameter parameter) {
        var published = published(parameter);
        if (uses.get(published) == 1) {
            return published;
        }
        var name = parameter.getExtensions().get(NAME).toString();
        var other = components.putIfAbsent(name, published);
        if (other != null && !other.equals(published)) {
            throw new IllegalStateException("Two different parameters are named " + name);
        }
        return reference(name);
    }

    /** The parameter without extensions. */
    private static Parameter published(Parameter parameter) {
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
}
