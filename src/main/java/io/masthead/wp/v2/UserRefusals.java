package io.masthead.wp.v2;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.FieldError;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.Map;
import java.util.function.Supplier;

/** WordPress' words where an account is refused. */
final class UserRefusals {

    private UserRefusals() {}

    /** Makes an account. */
    static <T> T creating(Supplier<T> work) {
        try {
            return work.get();
        } catch (CmsException e) {
            throw translated(e, true);
        }
    }

    /** Changes one. */
    static <T> T changing(Supplier<T> work) {
        try {
            return work.get();
        } catch (CmsException e) {
            throw translated(e, false);
        }
    }

    private static RuntimeException translated(CmsException e, boolean isNew) {
        return switch (e.code()) {
            case VALIDATION_FAILED ->
                e.errors().isEmpty() ? e : translated(e.errors().get(0), e, isNew);
            case OWN_ACCOUNT, LAST_ADMINISTRATOR -> role();
            case SCOPE_MISSING ->
                new WpException(403, isNew ? "rest_cannot_create_user" : "rest_cannot_edit", e.getMessage());
            default -> e;
        };
    }

    private static RuntimeException translated(FieldError error, CmsException e, boolean isNew) {
        var taken = error.code().equals("taken");
        return switch (error.field()) {
            case "login" ->
                taken ? new WpException(400, "existing_user_login", "Sorry, that username already exists!") : e;
            case "email" ->
                taken && isNew
                        ? new WpException(400, "existing_user_email", "Sorry, that email address is already used!")
                        : email();
            case "slug" -> new WpException(400, "rest_user_invalid_slug", "Invalid slug.");
            case "password" -> WpException.parameter("password", password(error.detail()));
            default -> e;
        };
    }

    static ParameterFault password(String sentence) {
        return new ParameterFault("rest_user_invalid_password", sentence, Map.of("status", 400));
    }

    static WpException email() {
        return new WpException(400, "rest_user_invalid_email", "Invalid email address.");
    }

    static WpException role() {
        return new WpException(403, "rest_user_invalid_role", "Sorry, you are not allowed to give users that role.");
    }

    static WpException deletion(WpRequest request) {
        return request.refusal("rest_user_cannot_delete", "delete this user");
    }

    static WpException hidden(WpRequest request) {
        return request.refusal("rest_user_cannot_view", "list users");
    }

    static WpException notFound() {
        return WpErrors.notFound("rest_user_invalid_id", "Invalid user ID.");
    }
}
