package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
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
 * Reads users: everybody can see users who have published; administrators see all, and users see themselves.
 */
@ApplicationScoped
@Transactional
public class UserService {

    /** The scope in which user slugs are unique. */
    static final String SLUG_SCOPE = "user";

    private final UserRepository users;
    private final SlugRegistry slugs;
    private final ReadTags reads;

    UserService(UserRepository users, SlugRegistry slugs, ReadTags reads) {
        this.users = users;
        this.slugs = slugs;
        this.reads = reads;
    }

    /**
     * Takes one statement, or two if a total is wanted that the page does not reveal. Callers who may not list
     * users see those who have published, and search their public fields.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} or {@link ErrorCode#FORBIDDEN} for an order or a
     *     filter by fields that the caller may not see
     */
    @BoundedReads
    public Page<UserView> search(UserQuery query, Actor actor) {
        if (query.filter().roles() != null || !query.sort().isPublic()) {
            actor.require(Capability.LIST_USERS, "list users by their accounts");
        }
        reads.add(Tags.USERS);
        return users.search(query, actor).map(user -> {
            reads.add(Tags.user(user.id()));
            return view(user, actor);
        });
    }

    /**
     * Several users, in one statement.
     *
     * @return by id; empty for users whom the caller may not see, absent for those that do not exist
     */
    public Map<Long, Optional<UserView>> find(Collection<Long> ids, Actor actor) {
        reads.add(ids.stream().map(Tags::user).toList());
        return ids.isEmpty()
                ? Map.of()
                : users.findAll(ids).stream().collect(Collectors.toMap(User::id, user -> see(user, actor)));
    }

    /** What the caller may see of a user who has already been read; empty if nothing. */
    public Optional<UserView> see(User user, Actor actor) {
        reads.add(Tags.user(user.id()));
        return user.isVisibleTo(actor) ? Optional.of(view(user, actor)) : Optional.empty();
    }

    /** @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#USER_HIDDEN} */
    public UserView get(long id, Actor actor) {
        reads.add(Tags.user(id));
        var user = users.findByIdOptional(id).orElseThrow(UserService::notFound);
        if (!user.isVisibleTo(actor)) {
            throw new CmsException(ErrorCode.USER_HIDDEN, "There is no such user.");
        }
        return view(user, actor);
    }

    /**
     * Also finds the user by a former slug.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#USER_HIDDEN}
     */
    public SlugLookup<UserView> getBySlug(String slug, Actor actor) {
        var target = slugs.find(SLUG_SCOPE, slug).orElseThrow(UserService::notFound);
        if (!target.current()) {
            reads.add(Tags.USERS); // another user may take the slug
        }
        return new SlugLookup<>(get(target.ownerId(), actor), target.current());
    }

    /** The former slugs of the user, in alphabetical order. */
    public List<String> formerSlugs(User user) {
        return slugs.formerOf(SLUG_SCOPE, user.id());
    }

    /**
     * The caller's own account.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} for guests, and for users deleted since the
     *     request began
     */
    public User me(Actor actor) {
        if (actor.isAnonymous()) {
            throw actor.refused("see your account");
        }
        return users.findByIdOptional(actor.userId())
                .orElseThrow(() -> new CmsException(ErrorCode.UNAUTHENTICATED, "Your account has been deleted."));
    }

    /**
     * Loads a user named in a request body, whether the caller may see the profile or not.
     *
     * @param field the input that names the user
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for that field if there is no such user
     */
    public User require(long id, String field) {
        return users.findByIdOptional(id)
                .orElseThrow(() -> CmsException.field(field, "unknown", "There is no user with the id " + id + "."));
    }

    /** Finds an account for code that decides about sign-ins. */
    public Optional<User> find(long id) {
        reads.add(Tags.user(id));
        return users.findByIdOptional(id);
    }

    /**
     * Finds an account for requests about personal data.
     *
     * @param email case-insensitive
     */
    public Optional<User> findByEmail(String email) {
        return users.find("emailKey", User.key(email)).singleResultOptional();
    }

    /**
     * Adds to the numbers of published posts and pages, which decide who has a public profile. Versions do not
     * change, and users that the transaction has already read keep their old numbers.
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

    /** Prevents the deletion of the user until the transaction ends, since the caller refers to them. */
    public void lockAgainstDeletion(User user) {
        users.lockAgainstDeletion(user.id());
    }

    private static UserView view(User user, Actor actor) {
        return new UserView(user, actor.can(Capability.LIST_USERS));
    }

    /** The error for a missing user. */
    public static CmsException notFound() {
        return new CmsException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
