package io.masthead.platform.slug;

import io.masthead.kernel.CmsException;
import io.masthead.text.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives out addresses. A scope is where an address must be unique, such as {@code "tag"} or the
 * pages below one page; a current address always wins over a former one.
 *
 * <p>Every change takes part in the transaction of the caller, who is the owner's service.
 */
@ApplicationScoped
@Transactional
public class SlugRegistry {

    private static final int MAX_CODE_POINTS = 200;
    private static final int MAX_TRIES = 1_000;

    private final SlugRepository slugs;

    SlugRegistry(SlugRepository slugs) {
        this.slugs = slugs;
    }

    /**
     * Takes an address that the owner chose.
     *
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#VALIDATION_FAILED} for the field
     *     {@code slug} if it leads to something else now
     */
    public void claim(String scope, String slug, long ownerId) {
        if (!take(scope, slug, ownerId)) {
            throw CmsException.field("slug", "taken", "The slug '" + slug + "' is in use; choose another one.");
        }
    }

    /** Takes a made address, with {@code -2}, {@code -3} … behind it where it is in use. */
    public String claimFree(String scope, String wanted, long ownerId) {
        var candidate = wanted;
        for (int number = 2; !take(scope, candidate, ownerId); number++) {
            if (number > MAX_TRIES) {
                throw CmsException.field(
                        "slug", "taken", "Too many share the slug '" + wanted + "'; choose another one.");
            }
            candidate = numbered(wanted, number);
        }
        return candidate;
    }

    /**
     * Takes an address where it leads to nothing else now.
     *
     * @return whether it was to be had
     */
    public boolean claimIfFree(String scope, String slug, long ownerId) {
        return take(scope, slug, ownerId);
    }

    /**
     * As {@link #claimFree(String, String, long)}, for many owners; one statement where all of
     * these addresses are new, two where some were the owners' own, and more for each in use.
     *
     * @param wanted by owner
     * @return what each has got
     */
    public Map<Long, String> claimFree(Map<Long, Address> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        // In one order everywhere, so that two transactions never wait for each other.
        var firstOf = new TreeMap<Address, Long>();
        wanted.forEach((owner, address) -> firstOf.merge(address, owner, Math::min));
        var got = new TreeMap<Long, String>();
        if (slugs.insert(firstOf) == wanted.size()) {
            wanted.forEach((owner, address) -> got.put(owner, address.slug()));
            return got;
        }
        var owners = slugs.owners(
                firstOf.keySet().stream().map(Address::scope).distinct().toList(),
                firstOf.keySet().stream().map(Address::slug).toList());
        wanted.forEach((owner, address) -> {
            var has = owners.getOrDefault(address.scope(), Map.of()).get(address.slug());
            got.put(owner, owner.equals(has) ? address.slug() : claimFree(address.scope(), address.slug(), owner));
        });
        return got;
    }

    /** Lets a former address lead to its owner, unless something else is found there. */
    public void addFormer(String scope, String slug, long ownerId) {
        slugs.insert(scope, slug, ownerId, false);
    }

    /** The current address becomes a former one and keeps leading to its owner. */
    public void retire(String scope, long ownerId) {
        slugs.retire(scope, ownerId);
    }

    /** As {@link #release(String, long)}, for many owners; one statement. */
    public void release(Collection<String> scopes, Collection<Long> ownerIds) {
        if (!ownerIds.isEmpty()) {
            slugs.releaseCurrent(scopes, ownerIds);
        }
    }

    /** The current address leads nowhere and may be taken by others, as that of a trashed post. */
    public void release(String scope, long ownerId) {
        slugs.releaseCurrent(scope, ownerId);
    }

    /**
     * No address leads to the owner any more.
     *
     * @param kind a scope, or what stands before the slash of several
     */
    public void forget(String kind, long ownerId) {
        slugs.forget(kind, ownerId);
    }

    /** What no slug can be leads to nothing, as an unknown one does. */
    public Optional<SlugOwner> find(String scope, String slug) {
        return TextRules.isStorable(slug) ? slugs.find(scope, slug) : Optional.empty();
    }

    /** Whom some of these addresses lead to now, by scope and slug. One statement, or none. */
    public Map<String, Map<String, Long>> owners(Collection<String> scopes, Collection<String> wanted) {
        return scopes.isEmpty() || wanted.isEmpty() ? Map.of() : slugs.owners(scopes, wanted);
    }

    /** The addresses that the owner had before, in alphabetical order. */
    public List<String> formerOf(String scope, long ownerId) {
        return slugs.formerOf(scope, ownerId);
    }

    private boolean take(String scope, String slug, long ownerId) {
        return slugs.insert(scope, slug, ownerId, true) || slugs.takeOver(scope, slug, ownerId);
    }

    /** What a slug in use becomes: with the number behind it, within the length of a slug. */
    public static String numbered(String slug, int number) {
        var suffix = "-" + number;
        var room = MAX_CODE_POINTS - suffix.length();
        var kept = slug.codePointCount(0, slug.length()) <= room
                ? slug
                : slug.substring(0, slug.offsetByCodePoints(0, room));
        return kept + suffix;
    }
}
