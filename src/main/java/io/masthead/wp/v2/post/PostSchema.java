package io.masthead.wp.v2.post;

import io.masthead.post.PostType;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.field.FieldSchema;

/** The fields of a post and of a page, and the parameters of their routes. */
public final class PostSchema {

    private PostSchema() {}

    public static ResourceSchema of(PostType type) {
        return FieldSchema.in(ResourceSchema.of(type.noun()))
                .field("title", title -> title.taking(value -> true))
                .field("content", content -> content.taking(value -> true))
                .field("excerpt", excerpt -> excerpt.taking(value -> true))
                .argument("list", "status", status -> status.checkedOnlyBy(new AskedStatuses(type, status)))
                .argument("read", "excerpt_length", words -> words.checkedBy(PostSchema::checkWords));
    }

    private static Object checkWords(String name, Object words, WpRequest request) throws ParameterFault {
        if (((Number) words).longValue() < 0) {
            throw new ParameterFault("rest_out_of_bounds", name + " must be greater than or equal to 0", null);
        }
        return words;
    }
}
