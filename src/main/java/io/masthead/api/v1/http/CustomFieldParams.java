package io.masthead.api.v1.http;

import io.masthead.text.TextRules;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code field[NAME]=value}: the OpenAPI style deepObject. */
public final class CustomFieldParams {

    public static final int MAX_FILTERS = 5;

    private static final Pattern NAME = Pattern.compile("field\\[([^\\[\\]]{1,100})]");

    private CustomFieldParams() {}

    static boolean matches(String parameter) {
        return NAME.matcher(parameter).matches();
    }

    public static Map<String, String> read(UriInfo uri) {
        var in = new ParameterReader();
        var fields = new TreeMap<String, String>();
        uri.getQueryParameters().forEach((parameter, values) -> {
            var name = NAME.matcher(parameter);
            if (name.matches()) {
                var value = values.get(0);
                if (!TextRules.isStorable(name.group(1) + value)
                        || TextRules.codePoints(value) > ParameterReader.MAX_TEXT) {
                    in.refuse(
                            parameter,
                            "invalid_text",
                            "A custom field can be compared with at most %d characters."
                                    .formatted(ParameterReader.MAX_TEXT));
                }
                fields.put(name.group(1), value);
            }
        });
        if (fields.size() > MAX_FILTERS) {
            in.refuse("field", "too_many", "At most %d custom fields can be compared at once.".formatted(MAX_FILTERS));
        }
        in.throwIfAny();
        return fields;
    }
}
