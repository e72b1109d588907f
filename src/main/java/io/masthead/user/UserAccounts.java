package io.masthead.user;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Adds and changes accounts without checking who may: the callers, all of them in packages below this one, do
 * that.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UserAccounts {

    private final UserRepository users;
    private final ProfileSlugs slugs;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final UserEvents events;
    private final Ids ids;
    private final Clock clock;

    UserAccounts(
            UserRepository users,
            ProfileSlugs slugs,
            Administrators administrators,
            AuditTrail audit,
            UserEvents events,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.administrators = administrators;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param byUserId who creates it; null if no user does
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code login}, {@code email}, {@code name},
     *     {@code slug}, {@code biography}, {@code url}, {@code avatarUrl}, or a part of the person
     */
    public User create(NewUser wanted, Long byUserId) {
        return create(null, wanted, byUserId);
    }

    /**
     * As {@link #create(NewUser, Long)}.
     *
     * @param wantedId taken if it is free; null for any
     */
    public User create(Long wantedId, NewUser wanted, Long byUserId) {
        var violations = new Violations();
        var valid = wanted.normalized(violations);
        violations.throwIfAny();

        long id = ids.take(IdSpace.USER, wantedId);
        // Two requests that take one word, as login and as e-mail address, must not run at the same time.
        administrators.lock(List.of(id));
        requireFree("login", valid.login(), id);
        requireFree("email", valid.email(), id);
        var slug = slugs.create(id, valid.name(), valid.slug());
        var role = valid.role().value() == null ? Role.SUBSCRIBER : valid.role().value();
        var now = clock.instant();
        var user = new User(id, valid.login(), valid.email(), valid.name(), slug, role, now);
        user.updateProfile(new Profile(valid.name(), slug, valid.biography(), valid.url(), valid.avatarUrl()), now);
        user.updatePerson(valid.person(), now);
        if (Boolean.TRUE.equals(valid.suspended())) {
            user.suspend(now);
        }
        users.persistAndFlush(user);
        record(byUserId, user, "created", "as " + roleName(role));
        events.publish(user, ChangeAction.CREATED, byUserId);
        return user;
    }

    /**
     * Checks a new user without asking the database.
     *
     * @param isNew false if the login belongs to an existing account, and so needs no check
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code login}, {@code email}, {@code name}
     *     or {@code slug}
     */
    public static void check(NewUser wanted, boolean isNew) {
        var violations = new Violations();
        if (isNew) {
            UserText.login(wanted.login(), violations);
        }
        UserText.email(wanted.email(), violations);
        if (wanted.name() != null) {
            UserText.name(wanted.name(), violations);
        }
        UserText.slug(wanted.slug(), violations);
        violations.throwIfAny();
    }

    /**
     * @param byUserId who makes the change; null if no user does
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, {@link
     *     ErrorCode#VALIDATION_FAILED} as {@link #create}, and {@link ErrorCode#OWN_ACCOUNT} or {@link
     *     ErrorCode#LAST_ADMINISTRATOR} for a role or a suspension
     */
    public UserUpdate update(long id, UserPatch wanted, ExpectedVersion expected, Long byUserId) {
        var locked = wanted.touchesAccount() ? administrators.lock(List.of(id)) : asMap(lock(id));
        var user = locked.get(id);
        if (user == null) {
            throw UserService.notFound();
        }
        expected.check(user.version());
        var version = user.version();
        var changes = wanted.differingFrom(user);
        var violations = new Violations();
        var name = changes.name().isSet() ? UserText.name(changes.name().value(), violations) : user.displayName();
        UserText.slug(changes.slug().value(), violations);
        var biography = changes.biography().isSet()
                ? UserText.biography(changes.biography().value(), violations)
                : user.biography();
        var url = address("website", changes.url(), user.url(), violations);
        var avatarUrl = address("avatarUrl", changes.avatarUrl(), user.avatarUrl(), violations);
        var person = person(changes.person(), user.person(), violations);
        var email = changes.email().isSet() ? UserText.email(changes.email().value(), violations) : user.email();
        var role = violations.hasValue("role", changes.role()) ? changes.role().value() : user.role();
        var suspended = violations.hasValue("suspended", changes.suspended())
                ? changes.suspended().value()
                : user.isSuspended();
        violations.throwIfAny();

        var suspensionChanged = suspended != user.isSuspended();
        if ((suspensionChanged && suspended) || role != user.role()) {
            administrators.requireRemovable(user, locked, byUserId);
        }
        var slug =
                changes.slug().isSet() ? slugs.change(user, name, changes.slug().value()) : user.slug();
        user.updateProfile(new Profile(name, slug, biography, url, avatarUrl), clock.instant());
        user.updatePerson(person, clock.instant());
        changeRole(user, role, byUserId);
        changeSuspension(user, suspended, byUserId);
        var emailChanged = changeEmail(user, email, byUserId);
        users.flush();
        if (user.version() != version) {
            events.publish(user, ChangeAction.UPDATED, byUserId);
        }
        return new UserUpdate(user, emailChanged, suspensionChanged);
    }

    /**
     * Locks an account until the end of the transaction.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND}
     */
    public User lock(long id) {
        return users.lock(id).orElseThrow(UserService::notFound);
    }

    private void changeRole(User user, Role role, Long byUserId) {
        if (role != user.role()) {
            var reason = roleName(user.role()) + " to " + roleName(role);
            user.changeRole(role, clock.instant());
            record(byUserId, user, "role_changed", reason);
            events.accessChanged(user.id());
        }
    }

    private void changeSuspension(User user, boolean suspended, Long byUserId) {
        if (suspended == user.isSuspended()) {
            return;
        }
        if (suspended) {
            user.suspend(clock.instant());
        } else {
            user.reinstate(clock.instant());
        }
        record(byUserId, user, suspended ? "suspended" : "reinstated", "");
        events.accessChanged(user.id());
    }

    private boolean changeEmail(User user, String email, Long byUserId) {
        if (Objects.equals(email, user.email())) {
            return false;
        }
        requireFree("email", email, user.id());
        user.changeEmail(email, Objects.equals(byUserId, user.id()), clock.instant());
        // Neither the old address nor the new one: an address that is deleted later must not survive here.
        record(byUserId, user, "email_changed", "");
        events.accessChanged(user.id());
        return true;
    }

    /** Neither as a login nor as an e-mail address: people sign in with either. */
    private void requireFree(String field, String word, long id) {
        if (users.isTaken(word, id)) {
            throw CmsException.field(field, "taken", "This " + field + " is in use.");
        }
    }

    private void record(Long byUserId, User user, String action, String reason) {
        audit.record(new AuditRecord(byUserId, "user", user.id(), action, "person", reason));
    }

    private static String address(String field, Patch<String> change, String current, Violations violations) {
        return change.isSet() ? UserText.address(field, change.value(), violations) : current;
    }

    private static Person person(PersonPatch changes, Person current, Violations violations) {
        if (changes.equals(PersonPatch.NONE)) {
            return current;
        }
        return UserText.person(
                new Person(
                        changes.firstName().orKeep(current.firstName()),
                        changes.lastName().orKeep(current.lastName()),
                        changes.nickname().orKeep(current.nickname()),
                        changes.locale().orKeep(current.locale())),
                violations);
    }

    private static Map<Long, User> asMap(User user) {
        return Map.of(user.id(), user);
    }

    private static String roleName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
