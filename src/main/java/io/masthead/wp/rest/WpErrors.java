package io.masthead.wp.rest;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The word of WordPress for each refusal of the core. Where WordPress' word depends on what was
 * asked for, the endpoint says it; these are for what no endpoint has foreseen.
 */
public final class WpErrors {

    private WpErrors() {}

    /** The status of a refusal that signing in might change: 401 for guests, else 403. */
    public static int forbidden(Actor actor) {
        return actor.isAnonymous() ? 401 : 403;
    }

    /** A refusal for lack of rights. */
    public static WpException forbidden(Actor actor, String code, String message) {
        return new WpException(forbidden(actor), code, message);
    }

    public static WpException notFound(String code, String message) {
        return new WpException(404, code, message);
    }

    static WpError noRoute() {
        return WpError.of(404, "rest_no_route", "No route was found matching the URL and request method.");
    }

    static WpError of(CmsException e, Actor actor) {
        if (e.code() == ErrorCode.VALIDATION_FAILED && !e.errors().isEmpty()) {
            return invalid(e);
        }
        return of(e.code(), forbidden(actor), e.getMessage());
    }

    /**
     * @param forbidden 401 or 403
     * @param sentence the core's own, for what WordPress has no sentence for
     */
    static WpError of(ErrorCode code, int forbidden, String sentence) {
        return switch (code) {
            case INVALID_PARAMETER, INVALID_BODY, VALIDATION_FAILED -> WpError.of(400, "rest_invalid_param", sentence);
            case BODY_TOO_LARGE -> WpError.of(413, "rest_body_too_large", sentence);
            case UNAUTHENTICATED, FORBIDDEN, SCOPE_MISSING ->
                WpError.of(forbidden, "rest_forbidden", "Sorry, you are not allowed to do that.");
            case CREDENTIALS_WRONG ->
                WpError.of(401, "incorrect_password", "The provided password is an invalid application password.");
            case TOO_MANY_ATTEMPTS -> WpError.of(429, "rest_too_many_attempts", sentence);
            case POST_NOT_FOUND -> WpError.of(404, "rest_post_invalid_id", "Invalid post ID.");
            case POST_HIDDEN -> WpError.of(forbidden, "rest_forbidden", "Sorry, you are not allowed to do that.");
            case POST_PASSWORD_WRONG -> WpError.of(403, "rest_post_incorrect_password", "Incorrect post password.");
            case POST_PASSWORD_REQUIRED ->
                WpError.of(
                        forbidden,
                        "rest_cannot_read_post",
                        "Sorry, you are not allowed to read the post for this comment.");
            case POST_NOT_TRASHED, POST_TRASHED ->
                WpError.of(410, "rest_already_trashed", "The post has already been deleted.");
            case REVISION_NOT_FOUND, AUTOSAVE_NOT_FOUND ->
                WpError.of(404, "rest_post_invalid_id", "Invalid revision ID.");
            case REVISION_OF_OTHER_POST ->
                WpError.of(
                        404,
                        "rest_revision_parent_id_mismatch",
                        "The revision does not belong to the specified parent.");
            case PATTERN_NOT_FOUND -> WpError.of(404, "rest_post_invalid_id", "Invalid post ID.");
            case TERM_NOT_FOUND, MENU_NOT_FOUND -> WpError.of(404, "rest_term_invalid", "Term does not exist.");
            case DEFAULT_CATEGORY ->
                WpError.of(forbidden, "rest_cannot_delete", "Sorry, you are not allowed to delete this term.");
            case USER_NOT_FOUND -> WpError.of(404, "rest_user_invalid_id", "Invalid user ID.");
            case USER_HIDDEN ->
                WpError.of(forbidden, "rest_user_cannot_view", "Sorry, you are not allowed to list users.");
            case USER_CONTENT_UNDECIDED ->
                WpError.of(400, "rest_user_invalid_reassign", "Invalid user ID for reassignment.");
            case LAST_ADMINISTRATOR, OWN_ACCOUNT ->
                WpError.of(403, "rest_user_invalid_role", "Sorry, you are not allowed to give users that role.");
            case CREDENTIAL_NOT_FOUND ->
                WpError.of(404, "rest_application_password_not_found", "Application password not found.");
            case MAIL_NOT_CONFIGURED, FETCH_DISABLED, SECOND_FACTOR_STATE, LAST_WAY_IN ->
                WpError.of(409, "rest_conflict", sentence);
            case PROVIDER_NOT_FOUND, IMPORT_NOT_FOUND, PATH_NOT_FOUND, REDIRECT_NOT_FOUND -> noRoute();
            case MEDIA_IN_USE -> WpError.of(409, "rest_conflict", sentence);
            case UNSUPPORTED_MEDIA_TYPE -> WpError.of(415, "rest_upload_sideload_error", sentence);
            case STORAGE_FULL -> WpError.of(507, "rest_upload_unknown_error", sentence);
            case MEDIA_NOT_FOUND, MENU_ITEM_NOT_FOUND -> WpError.of(404, "rest_post_invalid_id", "Invalid post ID.");
            case COMMENT_NOT_FOUND -> WpError.of(404, "rest_comment_invalid_id", "Invalid comment ID.");
            case COMMENT_HIDDEN ->
                WpError.of(forbidden, "rest_cannot_read", "Sorry, you are not allowed to read this comment.");
            case COMMENT_POST_DRAFT ->
                WpError.of(
                        403, "rest_comment_draft_post", "Sorry, you are not allowed to create a comment on this post.");
            case COMMENT_POST_TRASHED ->
                WpError.of(
                        403, "rest_comment_trash_post", "Sorry, you are not allowed to create a comment on this post.");
            case COMMENTS_CLOSED -> WpError.of(403, "rest_comment_closed", "Sorry, comments are closed for this item.");
            case COMMENT_DUPLICATE ->
                WpError.of(
                        409,
                        "comment_duplicate",
                        "Duplicate comment detected; it looks as though you&#8217;ve already" + " said that!");
            case COMMENT_FLOOD -> WpError.of(400, "comment_flood", "You are posting comments too quickly. Slow down.");
            case COMMENT_TOKEN_WRONG, COMMENT_EDIT_CLOSED ->
                WpError.of(forbidden, "rest_cannot_edit", "Sorry, you are not allowed to edit this comment.");
            case COMMENT_NOT_TRASHED, COMMENT_TRASHED ->
                WpError.of(410, "rest_already_trashed", "The comment has already been trashed.");
            case PERMANENT_REQUIRED -> WpError.of(501, "rest_trash_not_supported", sentence);
            case VERSION_MISMATCH -> WpError.of(412, "rest_precondition_failed", sentence);
            case IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED -> WpError.of(400, "rest_invalid_param", sentence);
            case IDEMPOTENCY_KEY_IN_USE -> WpError.of(409, "rest_conflict", sentence);
            case UNAVAILABLE -> WpError.of(503, "rest_unavailable", sentence);
        };
    }

    /** Names the fields by WordPress' names, which are ours in snake case as a rule. */
    private static WpError invalid(CmsException e) {
        var faults = new LinkedHashMap<String, ParameterFault>();
        for (FieldError error : e.errors()) {
            faults.putIfAbsent(
                    snake(error.field().replaceAll("/.*", "")),
                    new ParameterFault("rest_invalid_param", error.detail(), null));
        }
        return ParameterCheck.invalid(faults);
    }

    private static String snake(String name) {
        return switch (name) {
            case "categoryIds" -> "categories";
            case "tagIds" -> "tags";
            case "authorId" -> "author";
            case "postId" -> "post";
            case "featuredMediaId" -> "featured_media";
            case "parentId" -> "parent";
            case "publishedAt" -> "date";
            case "source" -> "content";
            case "customFields" -> "meta";
            case "login" -> "username";
            case "biography" -> "description";
            case "website" -> "url";
            default -> name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        };
    }

    static WpError wrongNonce() {
        return WpError.of(403, "rest_cookie_invalid_nonce", "Cookie check failed");
    }

    /** The refusal of a body that is no JSON. */
    static WpError invalidJson() {
        return new WpError(
                400,
                "rest_invalid_json",
                "Invalid JSON body passed.",
                new TreeMap<>(Map.of("json_error_code", 4, "json_error_message", "Syntax error")));
    }
}
