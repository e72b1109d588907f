package io.masthead.wp.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Builds what an answer shows of one thing: only the fields of the context that was asked for, and
 * of those only the wanted ones, so that nothing is computed in vain.
 */
public final class Resource {

    private final ResourceSchema schema;
    private final String context;
    private final Fields fields;
    private final Map<String, Object> json = new LinkedHashMap<>();

    public Resource(ResourceSchema schema, WpRequest request) {
        this(schema, request, request.context());
    }

    /** In another context than the one that was asked for. */
    public Resource(ResourceSchema schema, WpRequest request, String context) {
        this(schema, context, Fields.of(request.parameters().get(WpRequest.Option.FIELDS.parameter())));
    }

    private Resource(ResourceSchema schema, String context, Fields fields) {
        this.schema = schema;
        this.context = context;
        this.fields = fields;
    }

    /** One that is put into an answer: what the request narrows is that answer. */
    public static Resource embedded(ResourceSchema schema) {
        return new Resource(schema, "embed", Fields.ALL);
    }

    public String context() {
        return context;
    }

    /**
     * @param path the name of the field, or {@code field.part}
     */
    @SuppressWarnings("unchecked") // made below
    public Resource put(String path, Supplier<?> value) {
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        var field = schema.schema().properties().get(name);
        if (field == null) {
            throw new IllegalStateException("The schema has no " + name);
        }
        if (!field.isShownIn(context) || !fields.include(path)) {
            return this;
        }
        if (dot < 0) {
            json.put(name, value.get());
        } else if (field.properties().get(path.substring(dot + 1)).isShownIn(context)) {
            ((Map<String, Object>) json.computeIfAbsent(name, key -> new LinkedHashMap<>()))
                    .put(path.substring(dot + 1), value.get());
        }
        return this;
    }

    public boolean isIn(String one) {
        return context.equals(one);
    }

    public Resource links(Supplier<Links> links) {
        if (fields.include("_links")) {
            json.put("_links", links.get().toJson());
        }
        return this;
    }

    public Map<String, Object> build() {
        return json;
    }
}
