package io.masthead.wp.v2;

import io.masthead.wp.rest.ResourceSchema;

/** The fields of comments and the parameters of their routes. */
final class CommentSchema {

    static final ResourceSchema COMMENT = ResourceSchema.of("comment")
            .field("author_email", email -> email.taking(CommentSchema::isEmptyOrTooLong))
            .field("content", content -> content.taking(value -> true))
            .argument("list", "author_email", email -> email.taking(""::equals));

    private CommentSchema() {}

    /** Of both there is more to say than that it is no e-mail address. */
    private static boolean isEmptyOrTooLong(Object email) {
        return email instanceof String text && (text.isEmpty() || text.length() > 100);
    }
}
