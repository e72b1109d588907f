package io.masthead.api.v1.openapi;

import static java.util.Comparator.naturalOrder;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Completes the OpenAPI document of this API at build time: adds to every operation what applies to
 * all of them, such as errors, conditional requests and access.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NativeDocument implements OASFilter {

    static final String DESCRIPTION = """
            A headless CMS: posts, pages, categories, tags, media and users over JSON.

            Lists return `items` and `page`; read further pages with `cursor` or by `page` number. \
            Every response has an `ETag`: send it as `If-None-Match` to avoid reading unchanged \
            data, and as `If-Match` to avoid overwriting the changes of others. Unknown parameters \
            and fields are refused, never ignored. Values of a list are separated by commas or sent in \
            repeated parameters, which means the same but for `category` and `tag`. Errors are problems (RFC 9457) with a stable \
            `code`. Times are UTC, as in `2026-05-04T07:00:00Z`.
            """;

    /** The most used tags, in this order; the others follow by name. */
    private static final List<String> FIRST_TAGS =
            List.of("Posts", "Pages", "Categories", "Tags", "Comments", "Media", "Users", "Settings", "Auth", "Me");

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class.getName());

    private final IndexView index;
    private final DocumentedSchemas schemas;

    public NativeDocument(IndexView index) {
        this.index = index;
        this.schemas = new DocumentedSchemas(index);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        return schemas.tidied(schema);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        var inputs = new DocumentedInputs(document.getPaths());
        var completed = schemas.completed(components.getSchemas(), inputs.shared());
        inputs.split(completed);
        components.setHeaders(DocumentedHeader.shared());
        components.setResponses(DocumentedProblem.shared());
        var methods = methods();
        // In order, so that two builds make one document.
        var paths = OASFactory.createPaths();
        new TreeMap<>(document.getPaths().getPathItems()).forEach((path, item) -> {
            complete(path, item, methods);
            order(item);
            paths.addPathItem(path, item);
        });
        document.setPaths(paths);
        new NamedEnums().name(completed, paths);
        components.setSchemas(completed);
        components.setParameters(RepeatedParameters.move(paths, DocumentedParameter.shared()));
        var tags = document.getTags() == null ? List.<Tag>of() : document.getTags();
        document.setTags(tags.stream()
                .sorted(Comparator.comparing(NativeDocument::rank).thenComparing(Tag::getName))
                .toList());
    }

    private static int rank(Tag tag) {
        int at = FIRST_TAGS.indexOf(tag.getName());
        return at < 0 ? FIRST_TAGS.size() : at;
    }

    private void complete(String path, PathItem item, Map<String, MethodInfo> methods) {
        item.getOperations().forEach((verb, operation) -> {
            var method = methods.get(operation.getOperationId());
            if (method == null) {
                throw new IllegalStateException(verb + " " + path + " has no @Operation with operationId");
            }
            new DocumentedOperation(path, verb, operation, method, index).complete();
        });
    }

    /** Sorts reads first, since the generator finds inherited operations late. */
    private static void order(PathItem item) {
        var operations =
                new TreeMap<HttpMethod, Operation>(Comparator.comparing((HttpMethod verb) -> verb != HttpMethod.GET)
                        .thenComparing(naturalOrder()));
        operations.putAll(item.getOperations());
        operations.forEach((verb, operation) -> {
            item.setOperation(verb, null);
            item.setOperation(verb, operation);
        });
    }

    private Map<String, MethodInfo> methods() {
        var methods = new HashMap<String, MethodInfo>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            var id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                methods.put(id.asString(), operation.target().asMethod());
            }
        }
        return methods;
    }
}
