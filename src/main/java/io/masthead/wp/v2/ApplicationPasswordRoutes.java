package io.masthead.wp.v2;

import io.masthead.auth.CurrentActor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.UserService;
import io.masthead.user.credential.ApiToken;
import io.masthead.user.credential.ApplicationPasswords;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The application passwords of a user. Who came with one sees and ends that one; all others take a
 * sign-in, or administrators for those of others, since a password that could make another one
 * would outlive its own revocation.
 */
@Singleton
class ApplicationPasswordRoutes implements WpRoutes {

    private static final String ROUTE = "/wp/v2/users/(?P<user_id>(?:[\\d]+|me))/application-passwords";

    /**
     * The password that a path names.
     *
     * @param token empty where the caller may not see it
     */
    private record Named(long ownerId, Optional<ApiToken> token) {}

    private final ApplicationPasswords passwords;
    private final UserService users;
    private final CurrentActor current;

    ApplicationPasswordRoutes(ApplicationPasswords passwords, UserService users, CurrentActor current) {
        this.passwords = passwords;
        this.users = users;
        this.current = current;
    }

    @Override
    public List<Route<?>> routes() {
        var schema = ApplicationPasswordShape.SCHEMA;
        var context = schema.arguments("read");
        return List.of(
                Route.of(ROUTE, schema, this::owner, this::allowed)
                        .get(
                                context,
                                Permission.toRead(
                                        "rest_cannot_list_application_passwords",
                                        "list application passwords for this user"),
                                this::list)
                        .post(
                                schema.creation(),
                                Permission.toWrite(
                                        "rest_cannot_create_application_passwords",
                                        "create application passwords for this user"),
                                this::create)
                        .delete(
                                Map.of(),
                                Permission.toDelete(
                                        "rest_cannot_delete_application_passwords",
                                        "delete application passwords for this user"),
                                this::deleteAll),
                Route.of(
                                ROUTE + "/introspect",
                                schema,
                                this::owner,
                                (request, owner) ->
                                        new AllowedMethods(request.actor().is(owner), false, false))
                        .get(context, ApplicationPasswordRoutes::permitIntrospection, this::introspect),
                Route.of(ROUTE + "/(?P<uuid>[\\w\\-]+)", schema, this::named, this::allowed)
                        .get(
                                context,
                                Permission.toRead(
                                        "rest_cannot_read_application_password", "read this application password"),
                                (request, named) -> WpAnswer.ok(
                                        ApplicationPasswordShape.show(token(named), named.ownerId(), request)))
                        .update(
                                schema.change(),
                                Permission.toWrite(
                                        "rest_cannot_edit_application_password", "edit this application password"),
                                this::rename)
                        .delete(
                                Map.of(),
                                Permission.toDelete(
                                        "rest_cannot_delete_application_password", "delete this application password"),
                                this::delete));
    }

    private AllowedMethods allowed(WpRequest request, long owner) {
        var manages = passwords.areManagedBy(request.actor(), owner);
        return new AllowedMethods(manages, passwords.areIssuedBy(request.actor(), owner), manages);
    }

    private AllowedMethods allowed(WpRequest request, Named named) {
        var sees = named.token().isPresent();
        return new AllowedMethods(sees, sees && passwords.areManagedBy(request.actor(), named.ownerId()), sees);
    }

    private static void permitIntrospection(WpRequest request, long owner, AllowedMethods allowed) {
        if (!allowed.read()) {
            throw WpErrors.forbidden(
                    request.actor(),
                    "rest_cannot_introspect_app_password_for_non_authenticated_user",
                    "The authenticated application password can only be introspected for the" + " current user.");
        }
    }

    private WpAnswer list(WpRequest request, long owner) {
        var all = new ArrayList<>(passwords.of(owner, request.actor()));
        Collections.reverse(all); // as they were made
        return WpAnswer.ok(all.stream()
                .map(token -> ApplicationPasswordShape.show(token, owner, request))
                .toList());
    }

    private WpAnswer create(WpRequest request, long owner) {
        var appId = request.text("app_id");
        var issued = passwords.issue(
                owner,
                PlainWords.line(request.text("name")),
                appId == null || appId.isEmpty() ? null : appId,
                request.actor());
        return WpAnswer.created(
                ApplicationPasswordShape.showNew(issued.token(), issued.secret(), owner, request),
                ApplicationPasswordShape.path(issued.token(), owner));
    }

    private WpAnswer deleteAll(WpRequest request, long owner) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("deleted", true);
        answer.put("count", passwords.revokeAll(owner, request.actor()));
        return WpAnswer.ok(answer);
    }

    private WpAnswer introspect(WpRequest request, long owner) {
        var token = passwords
                .introspect(current.tokenId(), request.actor())
                .orElseThrow(() -> WpErrors.notFound(
                        "rest_no_authenticated_app_password", "Cannot introspect application password."));
        return WpAnswer.ok(ApplicationPasswordShape.show(token, owner, request));
    }

    private WpAnswer rename(WpRequest request, Named named) {
        var token = token(named);
        var renamed = request.has("name")
                ? passwords.rename(
                        named.ownerId(), token.uuid(), PlainWords.line(request.text("name")), request.actor())
                : token;
        return WpAnswer.ok(ApplicationPasswordShape.show(renamed, named.ownerId(), request));
    }

    private WpAnswer delete(WpRequest request, Named named) {
        var token = token(named);
        passwords.revoke(named.ownerId(), token.uuid(), current.tokenId(), request.actor());
        return WpAnswer.deleted(ApplicationPasswordShape.showDeleted(token, request));
    }

    /** That of a request which was permitted. */
    private static ApiToken token(Named named) {
        return named.token().orElseThrow();
    }

    private Named named(WpRequest request) {
        var owner = owner(request);
        try {
            return new Named(
                    owner, Optional.of(passwords.get(owner, request.text("uuid"), current.tokenId(), request.actor())));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.CREDENTIAL_NOT_FOUND) {
                throw e;
            }
            return new Named(owner, Optional.empty());
        }
    }

    /** The id of whose they are; somebody who is there. */
    private long owner(WpRequest request) {
        var word = request.path().toLowerCase(Locale.ROOT).split("/", -1)[4];
        if (!word.equals("me")) {
            return users.find(word.length() > 18 ? Long.MAX_VALUE : Long.parseLong(word))
                    .orElseThrow(UserRefusals::notFound)
                    .id();
        }
        if (request.actor().isAnonymous()) {
            throw new WpException(401, "rest_not_logged_in", "You are not currently logged in.");
        }
        return request.actor().userId();
    }
}
