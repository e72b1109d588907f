package io.masthead.wp.v2;

import io.masthead.user.User;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a user on this surface, and what may be asked of lists of them. */
final class UserSchema {

    /** The types of content that WordPress knows; users publish of few of them here. */
    private static final List<String> TYPES = List.of(
            "post",
            "page",
            "attachment",
            "nav_menu_item",
            "wp_block",
            "wp_template",
            "wp_template_part",
            "wp_global_styles",
            "wp_navigation",
            "wp_font_family",
            "wp_font_face");

    /** The languages that are always there; that of the site is one too. */
    static final Schema LOCALE =
            Schema.string().describe("The language of the user.").oneOfValues("", UserShape.ENGLISH);

    private static final String EVERYWHERE = "mve";

    static final Schema USER = Schema.object(Schema.properties(
            "id",
            Schema.integer().describe("The number of the user.").in(EVERYWHERE).readonly(),
            "username",
            Schema.string()
                    .describe("What the user signs in with.")
                    .in("e")
                    .required()
                    .checkedBy(UserSchema::checkUsername),
            "name",
            Schema.string().describe("The name that readers know.").in(EVERYWHERE),
            "first_name",
            Schema.string().describe("The given name.").in("e"),
            "last_name",
            Schema.string().describe("The family name.").in("e"),
            "email",
            Schema.string()
                    .describe("Where mail reaches the user.")
                    .format("email")
                    .in("e")
                    .required(),
            "url",
            Schema.string().describe("The site of the user.").format("uri").in(EVERYWHERE),
            "description",
            Schema.string().describe("A few words about the user.").in(EVERYWHERE),
            "link",
            Schema.string()
                    .describe("Where readers find what the user wrote.")
                    .format("uri")
                    .in(EVERYWHERE)
                    .readonly(),
            "locale",
            LOCALE.in("e").checkedOnlyBy(UserSchema::checkLocale),
            "nickname",
            Schema.string().describe("What the user is called among editors.").in("e"),
            "slug",
            Schema.string().describe("The user in addresses.").in(EVERYWHERE),
            "registered_date",
            Schema.string()
                    .describe("When the account was made.")
                    .format("date-time")
                    .in("e")
                    .readonly(),
            "roles",
            Schema.list(Schema.string())
                    .describe("What the user may do, in a word.")
                    .in("e"),
            "password",
            Schema.string()
                    .describe("A new password; never shown.")
                    .in("")
                    .required()
                    .checkedBy(UserSchema::checkPassword),
            "capabilities",
            Schema.of("object")
                    .describe("What the user may do, one by one.")
                    .in("e")
                    .readonly(),
            "extra_capabilities",
            Schema.of("object")
                    .describe("What was given to this user alone.")
                    .in("e")
                    .readonly(),
            "avatar_urls",
            avatars(),
            "meta",
            meta()));

    private UserSchema() {}

    static Map<String, Object> document() {
        return USER.document("user");
    }

    /** What a new user is made of. */
    static Map<String, Schema> creation() {
        return USER.arguments();
    }

    /** As {@link #creation}, of which nothing is needed. */
    static Map<String, Schema> change() {
        var arguments = new LinkedHashMap<String, Schema>();
        creation().forEach((name, schema) -> arguments.put(name, schema.isRequired() ? schema.optional() : schema));
        return arguments;
    }

    static Schema id() {
        return Schema.integer().describe("The number of the user.");
    }

    static Map<String, Schema> listing() {
        var arguments = ListArguments.paged();
        arguments.put("exclude", ListArguments.exclude());
        arguments.put("include", ListArguments.include());
        arguments.put("offset", ListArguments.offset());
        arguments.put("order", ListArguments.order("asc"));
        arguments.put(
                "orderby",
                Schema.string()
                        .byDefault("name")
                        .describe("What to sort by.")
                        .oneOfValues(
                                "id", "include", "name", "registered_date", "slug", "include_slugs", "email", "url"));
        arguments.put("slug", ListArguments.slugs());
        arguments.put("roles", Schema.list(Schema.string()).describe("Only users with one of these roles."));
        arguments.put("capabilities", Schema.list(Schema.string()).describe("Only users who may do one of these."));
        arguments.put("who", Schema.string().describe("Only users who write.").oneOfValues("authors"));
        arguments.put(
                "has_published_posts",
                Schema.of("boolean", "array")
                        .describe("Only users who have published, anything or of these types.")
                        .with("items", Schema.string().with("enum", named(TYPES))));
        arguments.put(
                "search_columns",
                Schema.list(Schema.string().oneOfValues("email", "name", "id", "username", "slug"))
                        .byDefault(List.of())
                        .describe("Where to search."));
        return arguments;
    }

    static Map<String, Schema> deletion() {
        return Schema.properties(
                "force",
                ListArguments.force("Needed, since there is no trash for users."),
                "reassign",
                Schema.integer()
                        .describe("Who is given what the user has written.")
                        .required()
                        .checkedOnlyBy(UserSchema::checkReassignment));
    }

    private static Map<String, String> named(List<String> values) {
        var named = new LinkedHashMap<String, String>();
        values.forEach(value -> named.put(value, value));
        return named;
    }

    private static Schema avatars() {
        return Schema.of("object")
                .describe("Pictures of the user.")
                .in(EVERYWHERE)
                .readonly()
                .with("properties", Avatars.schema());
    }

    /** Taken and not kept: preferences of an editor that is not here. */
    private static Schema meta() {
        var preferences = Schema.of("object")
                .title("")
                .describe("")
                .byDefault(List.of())
                .in("e")
                .with(
                        "properties",
                        Schema.properties(
                                "_modified",
                                Schema.string()
                                        .describe("When the preferences changed.")
                                        .format("date-time")
                                        .with("readonly", false)))
                .with("additionalProperties", true);
        return Schema.of("object")
                .describe("Further fields.")
                .in("ve")
                .with("properties", Schema.properties("persisted_preferences", preferences));
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
        return Schema.string().check(name, value);
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
