package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.privacy.UserContent;
import io.masthead.privacy.UserDeletion;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.account.Accounts;
import io.masthead.user.account.OwnAccount;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code wp/v2/users}, one of them, and the own account. */
@Singleton
class UserRoutes implements WpRoutes {

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
    public List<Route<?>> routes() {
        var schema = UserSchema.USER;
        return List.of(
                Route.of("/wp/v2/users", schema, UserRoutes::allowed)
                        .get(schema.arguments("list"), UserListing::permit, listing::answer)
                        .post(
                                schema.creation(),
                                Permission.toWrite("rest_cannot_create_user", "create new users"),
                                this::create)
                        .batched(),
                Route.of("/wp/v2/users/(?P<id>[\\d]+)", schema, this::named, UserRoutes::allowed)
                        .get(schema.arguments("read"), UserRoutes::permitReading, this::read)
                        .update(schema.change(), UserRoutes::permitChange, this::change)
                        .delete(schema.arguments("delete"), UserRoutes::permitDeletion, this::delete)
                        .batched(),
                Route.of("/wp/v2/users/me", schema, this::caller, UserRoutes::allowed)
                        .get(withoutId(schema.arguments("read")), Permission.EVERYBODY, this::readOwn)
                        .update(withoutId(schema.change()), UserRoutes::permitChange, this::change)
                        .delete(withoutId(schema.arguments("delete")), UserRoutes::permitDeletion, this::delete));
    }

    private User named(WpRequest request) {
        return users.find(request.id("id")).orElseThrow(UserRefusals::notFound);
    }

    /** Null for guests. */
    private User caller(WpRequest request) {
        return request.actor().isAnonymous() ? null : users.me(request.actor());
    }

    private static AllowedMethods allowed(WpRequest request) {
        return new AllowedMethods(true, request.actor().can(Capability.CREATE_USERS), false);
    }

    private static AllowedMethods allowed(WpRequest request, User user) {
        return user == null ? new AllowedMethods(true, false, false) : UserShape.allowed(user, request.actor());
    }

    private static Map<String, Schema> withoutId(Map<String, Schema> arguments) {
        var others = new LinkedHashMap<>(arguments);
        others.remove("id");
        return others;
    }

    private static void permitReading(WpRequest request, User user, AllowedMethods allowed) {
        request.requireForEdit(allowed.write(), "edit this user");
        if (!allowed.read()) {
            throw UserRefusals.hidden(request);
        }
    }

    private WpAnswer read(WpRequest request, User user) {
        return WpAnswer.ok(shape.show(user, request));
    }

    private WpAnswer readOwn(WpRequest request, User user) {
        if (user == null) {
            throw new WpException(401, "rest_not_logged_in", "You are not currently logged in.");
        }
        return WpAnswer.ok(shape.show(user, request));
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

    private static void permitChange(WpRequest request, User user, AllowedMethods allowed) {
        requireFound(user);
        request.require(
                request.strings("roles").isEmpty() || request.actor().can(Capability.PROMOTE_USERS),
                "rest_cannot_edit_roles",
                "edit roles of this user");
        request.require(allowed.write(), "rest_cannot_edit", "edit this user");
    }

    /** A guest has no account that could be changed. */
    private static void requireFound(User user) {
        if (user == null) {
            throw UserRefusals.notFound();
        }
    }

    private WpAnswer change(WpRequest request, User user) {
        if (request.has("username") && !request.text("username").equals(user.login())) {
            throw new WpException(400, "rest_user_invalid_argument", "Username is not editable.");
        }
        var input = new UserInput(request, shape.siteLocale());
        var changes = input.toChanges(user);
        var changed = UserRefusals.changing(() -> request.actor().is(user.id())
                ? own.updateProfile(changes, input.password(), ExpectedVersion.ANY, request.actor())
                : accounts.update(user.id(), changes, input.password(), ExpectedVersion.ANY, request.actor())
                        .user());
        return WpAnswer.ok(shape.show(changed, request, "edit"));
    }

    private static void permitDeletion(WpRequest request, User user, AllowedMethods allowed) {
        requireFound(user);
        if (!allowed.delete()) {
            throw UserRefusals.deletion(request);
        }
    }

    private WpAnswer delete(WpRequest request, User user) {
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
        var newOwnerId = request.number("reassign");
        return newOwnerId == null ? UserContent.TRASHED : UserContent.givenTo(newOwnerId);
    }
}
