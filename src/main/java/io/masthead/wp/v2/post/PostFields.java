package io.masthead.wp.v2.post;

import io.masthead.kernel.Patch;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.field.FieldInput;
import io.masthead.wp.v2.field.FieldShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Custom fields of posts: as of everything else, with the footnotes, which WordPress keeps among them. */
final class PostFields {

    private static final String FOOTNOTES = "footnotes";

    /** WordPress' own, which is shown by feeds. */
    private static final String ENCLOSURE = "enclosure";

    private PostFields() {}

    /** @param readable whether the caller may see them */
    static Object acf(PostView view, boolean readable) {
        return FieldShape.acf(readable ? authors(view.post()) : Map.of());
    }

    /** As {@link #acf}, for those of no plug-in. */
    static Map<String, Object> meta(PostView view, boolean readable) {
        var meta = new LinkedHashMap<String, Object>();
        var footnotes = view.post().customFields().get(FOOTNOTES);
        meta.put(FOOTNOTES, readable && footnotes instanceof String text ? text : "");
        if (readable) {
            meta.putAll(FieldShape.meta(authors(view.post())));
        }
        return meta;
    }

    /** Without WordPress' own. */
    private static Map<String, Object> authors(Post post) {
        var fields = new LinkedHashMap<>(post.customFields());
        fields.remove(FOOTNOTES);
        fields.remove(ENCLOSURE);
        return fields;
    }

    /**
     * As {@link FieldInput#read}.
     *
     * @param former null for a post that is to be
     * @throws WpException also for footnotes that are none
     */
    static Patch<Map<String, Object>> read(WpRequest request, Post former) {
        var patch = FieldInput.read(request, former == null ? null : former.customFields());
        var footnotes = patch.isSet() ? patch.value().get(FOOTNOTES) : null;
        if (footnotes != null && !(footnotes instanceof String)) {
            throw new WpException(400, "rest_invalid_type", "meta.footnotes is not of type string.");
        }
        if ("".equals(footnotes)) {
            patch.value().put(FOOTNOTES, null);
        }
        return patch;
    }
}
