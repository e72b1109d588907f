package io.masthead.wp.v2;

import io.masthead.auth.CurrentActor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.UserService;
import io.masthead.user.credential.ApiToken;
import io.masthead.user.credential.ApplicationPasswords;
import io.masthead.wp.rest.Endpoint;
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

/**
 * The application passwords of a user. Who came with one sees and ends that one; all others take a
 * sign-in, or administrators for those of others, since a password that could make another one
 * would outlive its own revocation.
 */
@Singleton
class ApplicationPasswordRoutes implements WpRoutes {

    private static final String ROUTE = "/wp/v2/users/(?P<user_id>(?:[\\d]+|me))/application-passwords";
    private static final String OWNER = "application password owner";
    private static final String FOUND = "application password";

    private final ApplicationPasswords passwords;
    private final UserService users;
    private final CurrentActor current;

    ApplicationPasswordRoutes(ApplicationPasswords passwords, UserService users, CurrentActor current) {
        this.passwords = passwords;
        this.users = users;
        this.current = current;
    }

    @Override
    public List<Route> routes() {
        var schema = ApplicationPasswordShape.SCHEMA;
        var context = schema.arguments("read");
        return List.of(
                Route.of(
                        ROUTE,
                        schema,
                        Endpoint.get(context, this::requireList, this::list),
                        Endpoint.post(schema.creation(), this::requireCreation, this::create),
                        Endpoint.delete(Map.of(), this::requireDeletionOfAll, this::deleteAll)),
                Route.of(
                        ROUTE + "/introspect",
                        schema,
                        Endpoint.get(context, this::requireIntrospection, this::introspect)),
                Route.of(
                        ROUTE + "/(?P<uuid>[\\w\\-]+)",
                        schema,
                        Endpoint.get(context, this::requireOne, this::read),
                        Endpoint.update(schema.change(), this::requireRenaming, this::rename),
                        Endpoint.delete(Map.of(), this::requireDeletion, this::delete)));
    }

    private void requireList(WpRequest request) {
        requireManaging(request, "rest_cannot_list_application_passwords", "list application passwords");
    }

    private WpAnswer list(WpRequest request) {
        var all = new ArrayList<>(passwords.of(owner(request), request.actor()));
        Collections.reverse(all); // as they were made
        return WpAnswer.ok(all.stream()
                .map(token -> ApplicationPasswordShape.show(token, owner(request), request))
                .toList());
    }

    private void requireCreation(WpRequest request) {
        if (!passwords.areIssuedBy(request.actor(), owner(request))) {
            throw request.refusal(
                    "rest_cannot_create_application_passwords", "create application passwords for this user");
        }
    }

    private WpAnswer create(WpRequest request) {
        var appId = request.text("app_id");
        var issued = passwords.issue(
                owner(request),
                PlainWords.line(request.text("name")),
                appId == null || appId.isEmpty() ? null : appId,
                request.actor());
        return WpAnswer.created(
                ApplicationPasswordShape.showNew(issued.token(), issued.secret(), owner(request), request),
                ApplicationPasswordShape.path(issued.token(), owner(request)));
    }

    private void requireDeletionOfAll(WpRequest request) {
        requireManaging(request, "rest_cannot_delete_application_passwords", "delete application passwords");
    }

    private WpAnswer deleteAll(WpRequest request) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("deleted", true);
        answer.put("count", passwords.revokeAll(owner(request), request.actor()));
        return WpAnswer.ok(answer);
    }

    private void requireIntrospection(WpRequest request) {
        if (!request.actor().is(owner(request))) {
            throw WpErrors.forbidden(
                    request.actor(),
                    "rest_cannot_introspect_app_password_for_non_authenticated_user",
                    "The authenticated application password can only be introspected for the" + " current user.");
        }
    }

    private WpAnswer introspect(WpRequest request) {
        var token = passwords
                .introspect(current.tokenId(), request.actor())
                .orElseThrow(() -> WpErrors.notFound(
                        "rest_no_authenticated_app_password", "Cannot introspect application password."));
        return WpAnswer.ok(ApplicationPasswordShape.show(token, owner(request), request));
    }

    private void requireOne(WpRequest request) {
        one(request, "rest_cannot_read_application_password", "read this application password");
    }

    private WpAnswer read(WpRequest request) {
        return WpAnswer.ok(ApplicationPasswordShape.show(one(request), owner(request), request));
    }

    private void requireRenaming(WpRequest request) {
        var code = "rest_cannot_edit_application_password";
        var what = "edit this application password";
        one(request, code, what);
        if (!passwords.areManagedBy(request.actor(), owner(request))) {
            throw request.refusal(code, what);
        }
    }

    private WpAnswer rename(WpRequest request) {
        var token = one(request);
        var renamed = request.has("name")
                ? passwords.rename(owner(request), token.uuid(), PlainWords.line(request.text("name")), request.actor())
                : token;
        return WpAnswer.ok(ApplicationPasswordShape.show(renamed, owner(request), request));
    }

    private void requireDeletion(WpRequest request) {
        one(request, "rest_cannot_delete_application_password", "delete this application password");
    }

    private WpAnswer delete(WpRequest request) {
        var token = one(request);
        passwords.revoke(owner(request), token.uuid(), current.tokenId(), request.actor());
        return WpAnswer.deleted(ApplicationPasswordShape.showDeleted(token, request));
    }

    private void requireManaging(WpRequest request, String code, String what) {
        if (!passwords.areManagedBy(request.actor(), owner(request))) {
            throw request.refusal(code, what + " for this user");
        }
    }

    /** The one that the path names, which has been asked for before. */
    private ApiToken one(WpRequest request) {
        return request.remember(
                FOUND, () -> passwords.get(owner(request), request.text("uuid"), current.tokenId(), request.actor()));
    }

    private void one(WpRequest request, String code, String what) {
        try {
            one(request);
        } catch (CmsException e) {
            throw e.code() == ErrorCode.CREDENTIAL_NOT_FOUND ? e : request.refusal(code, what);
        }
    }

    /** The id of whose they are; somebody who is there. */
    private long owner(WpRequest request) {
        return request.remember(OWNER, () -> findOwner(request));
    }

    private long findOwner(WpRequest request) {
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
