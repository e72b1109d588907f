package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.privacy.UserContent;
import io.masthead.privacy.UserDeletion;
import io.masthead.user.User;
import io.masthead.user.UserPatch;
import io.masthead.user.UserService;
import io.masthead.user.account.Accounts;
import io.masthead.user.account.OwnAccount;
import io.masthead.wp.rest.Endpoint;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code wp/v2/users}, one of them, and the own account. */
@Singleton
class UserRoutes implements WpRoutes {

    private static final String SEEN = "user seen";
    private static final String ACCOUNT = "user account";

    private final UserService users;
    private final UserListing listing;
    private final UserShape shape;
    private final Accounts accounts;
    private final OwnAccount own;
    private final UserDeletion deletion;

    UserRoutes(
            UserService users,
            UserListing listing,
            UserShape shape,
            Accounts accounts,
            OwnAccount own,
            UserDeletion deletion) {
        this.users = users;
        this.listing = listing;
        this.shape = shape;
        this.accounts = accounts;
        this.own = own;
        this.deletion = deletion;
    }

    @Override
    public List<Route> routes() {
        var schema = UserSchema.USER;
        return List.of(
                Route.of(
                        "/wp/v2/users",
                        schema,
                        Endpoint.get(schema.arguments("list"), listing::require, listing::answer)
                                .batched(),
                        Endpoint.post(schema.creation(), this::requireCreation, this::create)
                                .batched()),
                Route.of(
                        "/wp/v2/users/(?P<id>[\\d]+)",
                        schema,
                        Endpoint.get(schema.arguments("read"), this::requireReading, this::read)
                                .batched(),
                        Endpoint.update(schema.change(), this::requireChange, this::change)
                                .batched(),
                        Endpoint.delete(schema.arguments("delete"), this::requireDeletion, this::delete)
                                .batched()),
                Route.of(
                        "/wp/v2/users/me",
                        schema,
                        Endpoint.get(withoutId(schema.arguments("read")), Endpoint.Permission.EVERYBODY, this::readOwn),
                        Endpoint.update(withoutId(schema.change()), this::requireChange, this::change),
                        Endpoint.delete(withoutId(schema.arguments("delete")), this::requireDeletion, this::delete)));
    }

    private static Map<String, Schema> withoutId(Map<String, Schema> arguments) {
        var others = new LinkedHashMap<>(arguments);
        others.remove("id");
        return others;
    }

    private void requireReading(WpRequest request) {
        if (request.context().equals("edit")
                && !UserShape.access(account(request).id(), request.actor()).change()) {
            throw request.refusal("rest_forbidden_context", "edit this user");
        }
        seen(request);
    }

    private WpAnswer read(WpRequest request) {
        return WpAnswer.ok(shape.show(seen(request), request));
    }

    private WpAnswer readOwn(WpRequest request) {
        if (request.actor().isAnonymous()) {
            throw new WpException(401, "rest_not_logged_in", "You are not currently logged in.");
        }
        return WpAnswer.ok(shape.show(users.me(request.actor()), request));
    }

    private void requireCreation(WpRequest request) {
        if (!request.actor().can(Capability.CREATE_USERS)) {
            throw request.refusal("rest_cannot_create_user", "create new users");
        }
    }

    private WpAnswer create(WpRequest request) {
        if (request.has("id")) {
            throw new WpException(400, "rest_user_exists", "Cannot create existing user.");
        }
        var input = new UserInput(request, shape.siteLocale());
        var wanted = input.toNewUser();
        var user = UserRefusals.creating(
                        () -> accounts.create(wanted, input.password().value(), null, request.actor()))
                .user();
        return WpAnswer.created(shape.show(user, request, "edit"), "wp/v2/users/" + user.id());
    }

    private void requireChange(WpRequest request) {
        var actor = request.actor();
        var user = account(request);
        if (!request.strings("roles").isEmpty() && !actor.can(Capability.PROMOTE_USERS)) {
            throw request.refusal("rest_cannot_edit_roles", "edit roles of this user");
        }
        if (!UserShape.access(user.id(), actor).change()) {
            throw request.refusal("rest_cannot_edit", "edit this user");
        }
    }

    private WpAnswer change(WpRequest request) {
        var user = account(request);
        if (request.has("username") && !request.text("username").equals(user.login())) {
            throw new WpException(400, "rest_user_invalid_argument", "Username is not editable.");
        }
        var input = new UserInput(request, shape.siteLocale());
        var changes = input.toChanges(user);
        var changed = UserRefusals.changing(() -> request.actor().is(user.id())
                ? changeOwn(changes, input.password(), request)
                : accounts.update(user.id(), changes, input.password(), ExpectedVersion.ANY, request.actor())
                        .user());
        return WpAnswer.ok(shape.show(changed, request, "edit"));
    }

    private User changeOwn(UserPatch changes, Patch<String> password, WpRequest request) {
        if (changes.role().isSet()) {
            throw UserRefusals.role();
        }
        if (changes.email().isSet() || password.isSet()) {
            // It takes the present password, which WordPress' clients do not send.
            throw new WpException(
                    403,
                    "rest_cannot_edit",
                    "Sign in and change your e-mail address and password at your own account.");
        }
        return own.updateProfile(changes, ExpectedVersion.ANY, request.actor());
    }

    private void requireDeletion(WpRequest request) {
        if (!UserShape.access(account(request).id(), request.actor()).delete()) {
            throw UserRefusals.deletion(request);
        }
    }

    private WpAnswer delete(WpRequest request) {
        var user = account(request);
        if (!request.isOn("force")) {
            throw new WpException(
                    501, "rest_trash_not_supported", "Users do not support trashing. Set 'force=true' to delete.");
        }
        var previous = shape.showDeleted(user, request);
        try {
            deletion.delete(user.id(), content(request), ExpectedVersion.ANY, request.actor());
        } catch (CmsException e) {
            throw e.code() == ErrorCode.OWN_ACCOUNT || e.code() == ErrorCode.LAST_ADMINISTRATOR
                    ? UserRefusals.deletion(request)
                    : e;
        }
        return WpAnswer.deleted(previous);
    }

    private static UserContent content(WpRequest request) {
        var heir = request.number("reassign");
        return heir == null ? UserContent.TRASHED : UserContent.givenTo(heir);
    }

    /** Whom the path names; nobody's id is 0, so that a guest's own account is not found. */
    private static long id(WpRequest request) {
        if (request.path().toLowerCase(Locale.ROOT).endsWith("/me")) {
            return request.actor().isAnonymous() ? 0 : request.actor().userId();
        }
        return request.parameters().get("id") instanceof Number number
                ? number.longValue()
                : parsed(request.text("id"));
    }

    private static long parsed(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** Somebody to read of. */
    private User seen(WpRequest request) {
        return request.remember(
                SEEN, () -> users.get(id(request), request.actor()).user());
    }

    /** Somebody to change, whether the caller may see the profile or not. */
    private User account(WpRequest request) {
        return request.remember(ACCOUNT, () -> users.find(id(request)).orElseThrow(UserRefusals::notFound));
    }
}
