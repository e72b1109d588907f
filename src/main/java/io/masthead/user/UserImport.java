package io.masthead.user;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import io.masthead.text.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates accounts for the authors of another site; {@code imports} alone may call it. */
@ApplicationScoped
@Transactional
public class UserImport {

    private static final int MAX_LOGIN = 60;
    private static final int MAX_NAME = 250;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_BINDINGS = 1_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final UserRepository users;
    private final SlugRegistry slugs;
    private final Ids ids;
    private final UserEvents events;
    private final Clock clock;

    UserImport(UserEvents events, UserRepository users, SlugRegistry slugs, Ids ids, Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** Compares logins without case. */
    public Optional<User> findByLogin(String login) {
        return users.findByLogin(login);
    }

    /**
     * Ids of accounts by e-mail address, in the form of {@link User#key}. Accounts with an unconfirmed address
     * are left out.
     */
    public Map<String, Long> idsByEmail(Collection<String> emails) {
        var keys = emails.stream()
                .filter(email -> !email.isBlank() && TextRules.isStorable(email))
                .map(User::key)
                .distinct()
                .toList();
        var found = new HashMap<String, Long>();
        for (int i = 0; i < keys.size(); i += MAX_BINDINGS) {
            var some = keys.subList(i, Math.min(keys.size(), i + MAX_BINDINGS));
            users.withConfirmedEmails(some).forEach(user -> found.put(user.emailKey(), user.id()));
        }
        return found;
    }

    /**
     * Creates an account without password and token. A malformed or used e-mail address is left out; a missing
     * display name becomes the login.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code login} if it is empty, in use or
     *     longer than {@value #MAX_LOGIN} code points, and for {@code displayName} above {@value #MAX_NAME}
     */
    public User create(ImportedUser original) {
        var violations = new Violations();
        violations.requiredText("login", original.login(), MAX_LOGIN);
        violations.text("displayName", original.displayName(), MAX_NAME);
        violations.throwIfAny();
        var login = original.login().strip();
        if (users.findByLogin(login).isPresent()) {
            throw CmsException.field("login", "taken", "The login '" + login + "' is in use.");
        }
        long id = ids.take(IdSpace.USER, original.id());
        var slug = Slugs.from(login);
        var user = new User(
                id,
                login,
                usableEmail(original.email()),
                nameOf(original, login),
                slugs.claimFree(UserService.SLUG_SCOPE, slug.isEmpty() ? Long.toString(id) : slug, id),
                original.role() == null ? Role.SUBSCRIBER : original.role(),
                clock.instant());
        user.updatePerson(original.person(), clock.instant());
        users.persist(user);
        events.publish(user, ChangeAction.CREATED, null);
        return user;
    }

    /**
     * Has the address of an author at the exported site, which WordPress makes of the login, lead to a user.
     *
     * @return false if it belongs to another user here
     */
    public boolean keepAddress(long userId, String login) {
        var slug = Slugs.from(login);
        if (!slug.isEmpty()) {
            slugs.addFormer(UserService.SLUG_SCOPE, slug, userId);
        }
        return slugs.find(UserService.SLUG_SCOPE, slug)
                .map(owner -> owner.ownerId() == userId)
                .orElse(slug.isEmpty());
    }

    /**
     * Changes the display name of an account.
     *
     * @return false if there is no such account, or it has this name
     */
    public boolean rename(long id, String name) {
        var user = users.findById(id);
        if (user == null || name.isBlank() || user.displayName().equals(name.strip())) {
            return false;
        }
        user.updateProfile(
                new Profile(name.strip(), user.slug(), user.biography(), user.url(), user.avatarUrl()),
                clock.instant());
        users.flush();
        events.publish(user, ChangeAction.UPDATED, null);
        return true;
    }

    private String usableEmail(String email) {
        if (email == null
                || email.length() > MAX_EMAIL
                || !TextRules.isStorable(email)
                || !EMAIL.matcher(email.strip()).matches()
                || users.hasEmail(email)) {
            return null;
        }
        return email.strip();
    }

    private static String nameOf(ImportedUser original, String login) {
        var name = original.displayName() == null ? "" : original.displayName().strip();
        return name.isEmpty() ? login : name;
    }
}
