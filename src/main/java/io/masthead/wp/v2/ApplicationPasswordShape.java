package io.masthead.wp.v2;

import io.masthead.user.credential.ApiToken;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import java.util.Map;

/** An application password as this surface shows it: the password itself once, when it is made. */
final class ApplicationPasswordShape {

    /** For clients; as a check it would cost the square of the length of a text of blanks. */
    private static final String NOT_BLANK = ".*\\S.*";

    static final ResourceSchema SCHEMA = ResourceSchema.of("application-password")
            .field("name", name -> name.checkedBy(ApplicationPasswordShape::requireWords));

    private ApplicationPasswordShape() {}

    private static Object requireWords(String name, Object value, WpRequest request) throws ParameterFault {
        if (value.toString().isBlank()) {
            throw new ParameterFault("rest_invalid_pattern", name + " does not match pattern " + NOT_BLANK + ".", null);
        }
        return value;
    }

    static Map<String, Object> show(ApiToken token, long ownerId, WpRequest request) {
        return linked(filled(new Resource(SCHEMA, request), token), token, ownerId, request);
    }

    /**
     * @param secret as its owner is to see it
     */
    static Map<String, Object> showNew(ApiToken token, String secret, long ownerId, WpRequest request) {
        var resource = filled(new Resource(SCHEMA, request, "edit"), token);
        return linked(resource.put("password", () -> secret), token, ownerId, request);
    }

    static Map<String, Object> showDeleted(ApiToken token, WpRequest request) {
        return filled(new Resource(SCHEMA, request), token).build();
    }

    static String path(ApiToken token, long ownerId) {
        return "wp/v2/users/" + ownerId + "/application-passwords/" + token.uuid();
    }

    private static Resource filled(Resource resource, ApiToken token) {
        return resource.put("uuid", token::uuid)
                .put("app_id", token::appId)
                .put("name", () -> PlainWords.written(token.name()))
                .put("created", () -> WpDates.writeGmt(token.createdAt()))
                .put("last_used", () -> WpDates.writeGmt(token.lastUsedAt()))
                .put("last_ip", () -> token.lastAddress().isEmpty() ? null : token.lastAddress());
    }

    private static Map<String, Object> linked(Resource resource, ApiToken token, long ownerId, WpRequest request) {
        return resource.links(
                        () -> new Links(request).add("self", path(token, ownerId), Links.hints(AllowedMethods.ALL)))
                .build();
    }
}
