package io.masthead.user;

import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;

/** The slug of a profile. It is never made from the login, which it would reveal. */
@ApplicationScoped
class ProfileSlugs {

    private final SlugRegistry registry;

    ProfileSlugs(SlugRegistry registry) {
        this.registry = registry;
    }

    /** @param chosen null to make one from the name */
    String create(long id, String name, String chosen) {
        if (chosen == null) {
            return registry.claimFree(UserService.SLUG_SCOPE, fromName(name, id), id);
        }
        registry.claim(UserService.SLUG_SCOPE, chosen, id);
        return chosen;
    }

    /**
     * The previous slug redirects to the new one.
     *
     * @param chosen null to make one from the name
     */
    String change(User user, String name, String chosen) {
        if (user.slug().equals(chosen)) {
            return chosen;
        }
        registry.retire(UserService.SLUG_SCOPE, user.id());
        return create(user.id(), name, chosen);
    }

    void delete(long id) {
        registry.deleteAll(UserService.SLUG_SCOPE, id);
    }

    /** The id if the name has neither letters nor digits. */
    private static String fromName(String name, long id) {
        var made = Slugs.from(name);
        return made.isEmpty() ? Long.toString(id) : made;
    }
}
