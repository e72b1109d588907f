package io.masthead.user;

import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;

/** The address of a profile through its life. It is never made from the login, which it told. */
@ApplicationScoped
class UserAddresses {

    private final SlugRegistry registry;

    UserAddresses(SlugRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param chosen null where it is to be made from the name
     */
    String first(long id, String name, String chosen) {
        if (chosen == null) {
            return registry.claimFree(UserService.SLUG_SCOPE, wanted(name, id), id);
        }
        registry.claim(UserService.SLUG_SCOPE, chosen, id);
        return chosen;
    }

    /**
     * The former one leads on.
     *
     * @param chosen null where it is to be made from the name
     */
    String change(User user, String name, String chosen) {
        if (user.slug().equals(chosen)) {
            return chosen;
        }
        registry.retire(UserService.SLUG_SCOPE, user.id());
        return first(user.id(), name, chosen);
    }

    void forget(long id) {
        registry.forget(UserService.SLUG_SCOPE, id);
    }

    /** The id where the name has neither letters nor digits. */
    private static String wanted(String name, long id) {
        var made = Slugs.from(name);
        return made.isEmpty() ? Long.toString(id) : made;
    }
}
