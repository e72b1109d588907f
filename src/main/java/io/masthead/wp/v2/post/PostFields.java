package io.masthead.wp.v2.post;

import io.masthead.kernel.Patch;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.post.patch.CustomFields;
import io.masthead.post.patch.SeoField;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Custom fields as WordPress' clients know them: as {@code acf}, in the form of the plug-in Advanced Custom Fields, and
 * those that are not the plug-in's as {@code meta}, too.
 */
final class PostFields {

    private static final String META = "meta";
    private static final String ACF = "acf";
    private static final String FOOTNOTES = "footnotes";

    /** WordPress' own, which is shown by feeds. */
    private static final String ENCLOSURE = "enclosure";

    private PostFields() {}

    /** @param readable whether the caller may see them */
    static Object acf(PostView view, boolean readable) {
        var fields = readable ? open(view.post()) : Map.<String, Object>of();
        // PHP knows no empty object.
        return fields.isEmpty() ? List.of() : fields;
    }

    /** As {@link #acf}, for those of no plug-in. */
    static Map<String, Object> meta(PostView view, boolean readable) {
        var post = view.post();
        var meta = new LinkedHashMap<String, Object>();
        meta.put(FOOTNOTES, readable && post.customFields().get(FOOTNOTES) instanceof String text ? text : "");
        if (readable) {
            var plugIn = acfNames(post.customFields());
            open(post).forEach((name, value) -> {
                if (!plugIn.contains(name)) {
                    meta.put(name, value);
                }
            });
        }
        return meta;
    }

    private static Map<String, Object> open(Post post) {
        var fields = CustomFields.withoutProtected(post.customFields());
        if (fields.isEmpty()) {
            return fields;
        }
        var open = new LinkedHashMap<>(fields);
        open.keySet()
                .removeIf(name -> name.equals(FOOTNOTES) || name.equals(ENCLOSURE) || name.startsWith(SeoField.PREFIX));
        return open;
    }

    private static Set<String> acfNames(Map<String, Object> fields) {
        var names = new TreeSet<String>();
        if (fields.get(CustomFields.ACF_NAMES) instanceof Map<?, ?> marked) {
            marked.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /**
     * What a request wants of them; values replace former ones as a whole, and null removes one.
     *
     * @param former null for a post that is to be
     * @throws WpException for names that cannot be written, and values that are none
     */
    static Patch<Map<String, Object>> read(WpRequest request, Post former) {
        var old = former == null ? Map.<String, Object>of() : former.customFields();
        var patch = new HashMap<String, Object>();
        // Merged with those of others, who may write at the same time.
        var marks = new HashMap<String, Object>();
        if (request.parameters().get(META) instanceof Map<?, ?> meta) {
            var marked = acfNames(old);
            meta.forEach((key, value) -> {
                var name = String.valueOf(key);
                patch.put(name, meta(name, value, former));
                if (value == null && marked.contains(name)) {
                    marks.put(name, null);
                }
            });
        }
        if (request.parameters().get(ACF) instanceof Map<?, ?> acf && !acf.isEmpty()) {
            acf.forEach((key, value) -> {
                var name = String.valueOf(key);
                requireWritable(name);
                patch.put(name, replacement(former, value));
                if (value == null) {
                    marks.put(name, null);
                } else if (!old.containsKey(name)) {
                    marks.put(name, true); // a field that is here already is shown as it was
                }
            });
        }
        if (!marks.isEmpty()) {
            patch.put(CustomFields.ACF_NAMES, marks);
        }
        return patch.isEmpty() ? Patch.absent() : Patch.to(patch);
    }

    /** Takes an object, and what PHP has for none. */
    static Object checkAcf(String name, Object value, WpRequest request) throws ParameterFault {
        var isNone = value == null
                || Boolean.FALSE.equals(value)
                || "".equals(value)
                || (value instanceof List<?> list && list.isEmpty());
        if (isNone) {
            return Map.of();
        }
        if (value instanceof Map) {
            return value;
        }
        throw new ParameterFault("rest_invalid_type", name + " is not of type object.", null);
    }

    private static Object meta(String name, Object value, Post former) {
        if (name.equals(FOOTNOTES)) {
            if (value != null && !(value instanceof String)) {
                throw new WpException(400, "rest_invalid_type", "meta.footnotes is not of type string.");
            }
            return "".equals(value) ? null : value;
        }
        requireWritable(name);
        return replacement(former, value);
    }

    private static void requireWritable(String name) {
        if (CustomFields.isProtected(name)) {
            throw new WpException(
                    403,
                    "rest_cannot_update",
                    "Sorry, you are not allowed to edit the %s custom field.".formatted(name));
        }
    }

    /** An object replaces the former value as a whole, where a merge patch would add to it. */
    @SuppressWarnings("unchecked") // JSON objects have names
    private static Object replacement(Post former, Object value) {
        return former != null && value instanceof Map<?, ?> fields
                ? new CustomFields.Replacement((Map<String, Object>) fields)
                : value;
    }
}
