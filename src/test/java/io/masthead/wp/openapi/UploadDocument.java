package io.masthead.wp.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an upload takes: a form with a file, or the file alone with its name in a header. */
final class UploadDocument {

    private UploadDocument() {}

    static List<Object> parameters() {
        return List.of(
                header(
                        "Content-Disposition",
                        "Names the file where the body is its bytes alone, as in"
                                + " `attachment; filename=\"ferry.jpg\"`; the fields of the form are then taken from the"
                                + " query."),
                header("Content-MD5", "The MD5 of the file, in hex or Base64; another one is refused."));
    }

    /** @param fields of the form beside the file */
    static Map<String, Object> body(Map<String, Object> fields, Components components) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("file", binary("The file, with its name."));
        ((Map<?, ?>) fields.get("properties")).forEach((name, field) -> properties.put((String) name, field));
        fields.put("required", List.of("file"));
        fields.put("properties", properties);
        var form = components.schema("CreateMediumInput", fields);
        var content = new LinkedHashMap<String, Object>();
        content.put("multipart/form-data", Map.of("schema", form));
        content.put("application/octet-stream", Map.of("schema", binary("The bytes of the file.")));
        content.put("image/*", Map.of("schema", binary("The bytes of the file.")));
        return Components.ordered("required", true, "content", content);
    }

    private static Map<String, Object> header(String name, String description) {
        return Components.ordered(
                "name", name, "in", "header", "description", description, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> binary(String description) {
        return Components.ordered("type", "string", "format", "binary", "description", description);
    }
}
