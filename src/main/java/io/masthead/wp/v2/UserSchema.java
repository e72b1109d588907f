package io.masthead.wp.v2;

import io.masthead.user.User;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpRequest;
import java.util.Map;

/** The fields of a user on this surface, and what may be asked of lists of them. */
final class UserSchema {

    static final ResourceSchema USER = ResourceSchema.of("user")
            .field("username", username -> username.checkedBy(UserSchema::checkUsername))
            .field("locale", locale -> locale.checkedOnlyBy(UserSchema::checkLocale))
            .field("password", password -> password.checkedBy(UserSchema::checkPassword))
            .argument("delete", "reassign", reassign -> reassign.checkedOnlyBy(UserSchema::checkReassignment));

    private UserSchema() {}

    /** The languages that are always there; that of the site is one too. */
    static void requireKnownLocale(String locale) throws ParameterFault {
        USER.schema().properties().get("locale").check("locale", locale);
    }

    private static Object checkUsername(String name, Object value, WpRequest request) throws ParameterFault {
        if (!User.isLogin(value.toString())) {
            throw new ParameterFault(
                    "rest_user_invalid_username",
                    "This username is invalid because it uses illegal characters. Please enter a" + " valid username.",
                    Map.of("status", 400));
        }
        return value;
    }

    /** Only that it is text: which language the site has is not known here. */
    private static Object checkLocale(String name, Object value, WpRequest request) throws ParameterFault {
        return Schema.ofType("string").check(name, value);
    }

    private static Object checkPassword(String name, Object value, WpRequest request) throws ParameterFault {
        var password = value.toString();
        if (password.isEmpty()) {
            throw UserRefusals.password("Passwords cannot be empty.");
        }
        if (password.contains("\\")) {
            throw UserRefusals.password("Passwords cannot contain the \"\\\" character.");
        }
        return value;
    }

    /** A number, or {@code false} for nobody, though the index calls it an integer. */
    private static Object checkReassignment(String name, Object value, WpRequest request) throws ParameterFault {
        var text = String.valueOf(value).strip();
        if (text.matches("-?\\d{1,18}")) {
            return Math.abs(Long.parseLong(text));
        }
        if (text.isEmpty() || text.equals("false")) {
            return false;
        }
        throw new ParameterFault("rest_invalid_param", "Invalid user parameter(s).", Map.of("status", 400));
    }
}
