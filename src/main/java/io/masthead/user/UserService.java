package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.platform.slug.SlugLookup;
import io.masthead.platform.slug.SlugRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads users: those who have published are known to everybody, the others to administrators and to
 * themselves.
 */
@ApplicationScoped
@Transactional
public class UserService {

    /** The scope in which slugs of users are unique. */
    static final String SLUG_SCOPE = "user";

    private final UserRepository users;
    private final SlugRegistry slugs;

    UserService(UserRepository users, SlugRegistry slugs) {
        this.users = users;
        this.slugs = slugs;
    }

    /**
     * One statement, or two where a total is asked for that the page does not tell. Who may not list
     * users sees those who have published, and searches by what is public of them.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} or {@link ErrorCode#FORBIDDEN} for an
     *     order or a filter by what the caller may not see
     */
    @BoundedReads
    public Page<UserView> search(UserQuery query, Actor actor) {
        if (query.filter().roles() != null || !query.sort().isPublic()) {
            actor.require(Capability.LIST_USERS, "list users by their accounts");
        }
        return users.search(query, actor).map(user -> view(user, actor));
    }

    /**
     * Several at once, in one statement.
     *
     * @return by id, empty for those whom the caller may not see, without those who do not exist
     */
    public Map<Long, Optional<UserView>> find(Collection<Long> ids, Actor actor) {
        return ids.isEmpty()
                ? Map.of()
                : users.list("id in ?1", ids).stream().collect(Collectors.toMap(User::id, user -> see(user, actor)));
    }

    /** What the caller may see of somebody who has been read before; empty for nothing. */
    public Optional<UserView> see(User user, Actor actor) {
        return user.isVisibleTo(actor) ? Optional.of(view(user, actor)) : Optional.empty();
    }

    /**
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#USER_HIDDEN}
     */
    public UserView get(long id, Actor actor) {
        var user = users.findByIdOptional(id).orElseThrow(UserService::notFound);
        if (!user.isVisibleTo(actor)) {
            throw new CmsException(ErrorCode.USER_HIDDEN, "There is no such user.");
        }
        return view(user, actor);
    }

    /**
     * Former slugs lead on.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#USER_HIDDEN}
     */
    public SlugLookup<UserView> getBySlug(String slug, Actor actor) {
        var target = slugs.find(SLUG_SCOPE, slug).orElseThrow(UserService::notFound);
        return new SlugLookup<>(get(target.ownerId(), actor), target.current());
    }

    /** The slugs that lead to the user beside the own one, in alphabetical order. */
    public List<String> formerSlugs(User user) {
        return slugs.formerOf(SLUG_SCOPE, user.id());
    }

    /**
     * The caller's own account.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} for a guest, and for who has been
     *     deleted since the request came
     */
    public User me(Actor actor) {
        if (actor.isAnonymous()) {
            throw actor.refused("see your account");
        }
        return users.findByIdOptional(actor.userId())
                .orElseThrow(() -> new CmsException(ErrorCode.UNAUTHENTICATED, "Your account has been deleted."));
    }

    /**
     * Loads a user that somebody wants to name in a body, whether the caller may see the profile or
     * not.
     *
     * @param field the input that names the user
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for that field if there is none
     */
    public User require(long id, String field) {
        return users.findByIdOptional(id)
                .orElseThrow(() -> CmsException.field(field, "unknown", "There is no user with the id " + id + "."));
    }

    /** An account by its id, for those who decide about sign-ins. */
    public Optional<User> find(long id) {
        return users.findByIdOptional(id);
    }

    /**
     * Finds an account for who manages personal data.
     *
     * @param email in any case
     */
    public Optional<User> findByEmail(String email) {
        return users.find("emailKey", User.key(email)).singleResultOptional();
    }

    /**
     * Adds to the numbers of published posts and pages, on which it depends who has a public
     * profile. It does not raise versions. Users that were read before in the same transaction keep
     * what they were read with.
     *
     * @param deltas what to add, by id of the user
     */
    public void adjustPublished(Map<Long, Integer> deltas) {
        var changes = new HashMap<>(deltas);
        changes.values().removeIf(delta -> delta == 0);
        if (!changes.isEmpty()) {
            users.adjustPublished(changes);
        }
    }

    /** Keeps the user from being deleted until the transaction ends; the caller refers to it. */
    public void keep(User user) {
        users.keep(user.id());
    }

    private static UserView view(User user, Actor actor) {
        return new UserView(user, actor.can(Capability.LIST_USERS));
    }

    /** The refusal where somebody who is wanted is not there. */
    public static CmsException notFound() {
        return new CmsException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
