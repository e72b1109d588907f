package io.masthead.wp.v2;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import java.util.List;
import java.util.Map;

/** WordPress' word for what is wrong with a comment, of which it knows one at a time. */
final class CommentRefusals {

    /** In the order in which WordPress looks. */
    private static final List<Rule> RULES = List.of(
            new Rule("author", "unknown", invalidAuthor()),
            new Rule("text", "required", invalidContent()),
            new Rule("author/name", "required", authorNeeded()),
            new Rule("author/email", "required", authorNeeded()),
            new Rule("author/name", "too_long", tooLong("comment_author")),
            new Rule("author/email", "too_long", tooLong("comment_author_email")),
            new Rule("author/url", "too_long", tooLong("comment_author_url")),
            new Rule("text", "too_long", tooLong("comment_content")));

    private static final Map<String, String> NAMES = Map.of(
            "text", "content",
            "author/name", "author_name",
            "author/email", "author_email",
            "author/url", "author_url",
            "parentId", "parent");

    private record Rule(String field, String code, WpException refusal) {

        boolean covers(FieldError error) {
            return error.field().equals(field) && error.code().equals(code);
        }
    }

    private CommentRefusals() {}

    /** The refusal itself where WordPress has no word of its own for it. */
    static RuntimeException of(CmsException e) {
        if (e.code() != ErrorCode.VALIDATION_FAILED || e.errors().isEmpty()) {
            return e;
        }
        return RULES.stream()
                .filter(rule -> e.errors().stream().anyMatch(rule::covers))
                .map(Rule::refusal)
                .findFirst()
                .orElseGet(() -> parameter(e.errors().get(0)));
    }

    static WpException invalidAuthor() {
        return new WpException(400, "rest_comment_author_invalid", "Invalid comment author ID.");
    }

    static WpException invalidContent() {
        return new WpException(400, "rest_comment_content_invalid", "Invalid comment content.");
    }

    private static WpException authorNeeded() {
        return new WpException(
                400,
                "rest_comment_author_data_required",
                "Creating a comment requires valid author name and email values.");
    }

    private static WpException tooLong(String column) {
        return new WpException(400, column + "_column_length", "Comment field exceeds maximum length allowed.");
    }

    private static WpException parameter(FieldError error) {
        return WpException.parameter(
                NAMES.getOrDefault(error.field(), error.field()),
                new ParameterFault("rest_invalid_param", error.detail(), null));
    }
}
