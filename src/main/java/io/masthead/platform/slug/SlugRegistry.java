package io.masthead.platform.slug;

import io.masthead.kernel.CmsException;
import io.masthead.text.Slugs;
import io.masthead.text.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Assigns slugs. Slugs are unique within a scope, such as {@code "tag"} or the pages below one page; a current
 * slug always wins over a former one.
 *
 * <p>Every change takes part in the transaction of the owner's service.
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
     * Claims a slug that the user chose.
     *
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#VALIDATION_FAILED} for the field {@code slug} if
     *     another owner has it now, or WordPress reserves it
     */
    public void claim(String scope, String slug, long ownerId) {
        if (Slugs.isReserved(slug)) {
            throw CmsException.field(
                    "slug",
                    "reserved",
                    "'" + slug + "' is part of the addresses of feeds and pages; choose another slug.");
        }
        if (!claimNow(scope, slug, ownerId)) {
            throw CmsException.field("slug", "taken", "The slug '" + slug + "' is in use; choose another one.");
        }
    }

    /** Claims a generated slug, with {@code -2}, {@code -3} … appended if it is taken or reserved. */
    public String claimFree(String scope, String wanted, long ownerId) {
        var candidate = wanted;
        for (int number = 2; Slugs.isReserved(candidate) || !claimNow(scope, candidate, ownerId); number++) {
            if (number > MAX_TRIES) {
                throw tooMany(wanted);
            }
            candidate = numbered(wanted, number);
        }
        return candidate;
    }

    /**
     * As {@link #claimFree(String, String, long)}, with a slug that no other owner has or had: nobody is led elsewhere
     * than before.
     */
    public String claimUnused(String scope, String wanted, long ownerId) {
        var candidate = wanted;
        for (int number = 2;
                Slugs.isReserved(candidate)
                        || !(slugs.insert(scope, candidate, ownerId, true)
                                || slugs.takeBack(scope, candidate, ownerId));
                number++) {
            if (number > MAX_TRIES) {
                throw tooMany(wanted);
            }
            candidate = numbered(wanted, number);
        }
        return candidate;
    }

    /** Whether another owner had the slug and still is found by it. */
    public boolean isFormerOfOther(String scope, String slug, long ownerId) {
        return slugs.find(scope, slug)
                .filter(owner -> !owner.current() && owner.ownerId() != ownerId)
                .isPresent();
    }

    /**
     * Claims a slug if no other owner has it now.
     *
     * @return whether it was free
     */
    public boolean claimIfFree(String scope, String slug, long ownerId) {
        return claimNow(scope, slug, ownerId);
    }

    /**
     * As {@link #claimFree(String, String, long)}, for several owners; one statement if all slugs are new, two
     * if owners had some of them before, and more for each that is taken.
     *
     * @param ofOwners the wanted ones by owner
     * @return the claimed slug of each owner
     */
    public Map<Long, String> claimFree(Map<Long, Address> ofOwners) {
        if (ofOwners.isEmpty()) {
            return Map.of();
        }
        var wanted = new TreeMap<>(ofOwners);
        wanted.replaceAll((owner, address) ->
                Slugs.isReserved(address.slug()) ? new Address(address.scope(), numbered(address.slug(), 2)) : address);
        // In one order everywhere, to avoid deadlocks.
        var firstOf = new TreeMap<Address, Long>();
        wanted.forEach((owner, address) -> firstOf.merge(address, owner, Math::min));
        var claimed = new TreeMap<Long, String>();
        if (slugs.insert(firstOf) == wanted.size()) {
            wanted.forEach((owner, address) -> claimed.put(owner, address.slug()));
            return claimed;
        }
        var owners = slugs.owners(
                firstOf.keySet().stream().map(Address::scope).distinct().toList(),
                firstOf.keySet().stream().map(Address::slug).toList());
        wanted.forEach((owner, address) -> {
            var has = owners.getOrDefault(address.scope(), Map.of()).get(address.slug());
            claimed.put(owner, owner.equals(has) ? address.slug() : claimFree(address.scope(), address.slug(), owner));
        });
        return claimed;
    }

    /** Adds a former slug, unless it is already taken. */
    public void addFormer(String scope, String slug, long ownerId) {
        slugs.insert(scope, slug, ownerId, false);
    }

    /** Turns the current slug into a former one, which still finds its owner. */
    public void retire(String scope, long ownerId) {
        slugs.retire(scope, ownerId);
    }

    /** As {@link #release(String, long)}, for several owners; one statement. */
    public void release(Collection<String> scopes, Collection<Long> ownerIds) {
        if (!ownerIds.isEmpty()) {
            slugs.releaseCurrent(scopes, ownerIds);
        }
    }

    /** Frees the current slug for others, as for a trashed post. */
    public void release(String scope, long ownerId) {
        slugs.releaseCurrent(scope, ownerId);
    }

    /**
     * Deletes all slugs of the owner.
     *
     * @param kind a scope, or the common prefix before the slash of several
     */
    public void deleteAll(String kind, long ownerId) {
        slugs.deleteAll(kind, ownerId);
    }

    /** Text that cannot be a slug is treated as unknown. */
    public Optional<SlugOwner> find(String scope, String slug) {
        return TextRules.isStorable(slug) ? slugs.find(scope, slug) : Optional.empty();
    }

    /** The current owners of these slugs, by scope and slug. One statement, or none. */
    public Map<String, Map<String, Long>> owners(Collection<String> scopes, Collection<String> wanted) {
        return scopes.isEmpty() || wanted.isEmpty() ? Map.of() : slugs.owners(scopes, wanted);
    }

    /** The former slugs of an owner, in alphabetical order. */
    public List<String> formerOf(String scope, long ownerId) {
        return slugs.formerOf(scope, ownerId);
    }

    /**
     * As {@link #formerOf(String, long)}, for several owners, by their ids; those without are absent. One statement, or
     * none without owners.
     */
    public Map<Long, List<String>> formerOf(Collection<String> scopes, Collection<Long> ownerIds) {
        return ownerIds.isEmpty() ? Map.of() : slugs.formerOf(scopes, ownerIds);
    }

    private static CmsException tooMany(String wanted) {
        return CmsException.field(
                "slug", "taken", "Too many things have the slug '" + wanted + "'; choose another one.");
    }

    private boolean claimNow(String scope, String slug, long ownerId) {
        return slugs.insert(scope, slug, ownerId, true) || slugs.takeOver(scope, slug, ownerId);
    }

    /** A slug with a number appended, within the maximum length. */
    public static String numbered(String slug, int number) {
        var suffix = "-" + number;
        var room = MAX_CODE_POINTS - suffix.length();
        var kept = slug.codePointCount(0, slug.length()) <= room
                ? slug
                : slug.substring(0, slug.offsetByCodePoints(0, room));
        return kept + suffix;
    }
}
