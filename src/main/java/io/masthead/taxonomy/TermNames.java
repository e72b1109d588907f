package io.masthead.taxonomy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds categories and tags by what people call them, and creates those that are missing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TermNames {

    private final TermRepository terms;
    private final TermService service;
    private final TermSlugs termSlugs;
    private final SlugRegistry slugs;
    private final Ids ids;
    private final Clock clock;

    TermNames(
            TermRepository terms, TermService service, TermSlugs termSlugs, SlugRegistry slugs, Ids ids, Clock clock) {
        this.terms = terms;
        this.service = service;
        this.termSlugs = termSlugs;
        this.slugs = slugs;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The ids of the terms with these names, ignoring case, or else with these slugs; each once, in the given order. Of
     * several categories with one name, the one at the root is meant. Two statements, and some more for each term that
     * is created.
     *
     * @param create whether to create a term for each name that none has; two callers who do so at once get the same
     *     term
     * @param field the input that has the names
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming {@code field/index} for each that is malformed,
     *     unknown or ambiguous, and as {@link TermService#create} for callers who may not create terms
     */
    public List<Long> ids(TermKind kind, List<String> names, boolean create, String field, Actor actor) {
        var violations = new Violations();
        var wanted = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            violations.requiredText(field + "/" + i, names.get(i), TermText.MAX_NAME);
            wanted.add(TermText.onOneLine(names.get(i)));
        }
        violations.throwIfAny();
        var found = find(kind, wanted, field, violations);
        var missing = wanted.stream()
                .filter(name -> !found.containsKey(name))
                .distinct()
                .toList();
        if (!create) {
            missing.forEach(name -> violations.add(
                    field + "/" + wanted.indexOf(name),
                    "unknown",
                    "There is no %s with the name or slug '%s'; 'createTerms' creates it."
                            .formatted(TermService.noun(kind), name)));
        }
        violations.throwIfAny();
        if (!missing.isEmpty()) {
            TermService.requireCreate(kind, actor);
            // In one order everywhere, to avoid deadlocks.
            missing.stream()
                    .sorted(Comparator.comparing(Folding::key))
                    .forEach(name -> found.put(name, add(kind, name, actor)));
        }
        return wanted.stream().map(found::get).map(Term::id).distinct().toList();
    }

    /** By name; null for an ambiguous one, which is a violation. */
    private Map<String, Term> find(TermKind kind, List<String> wanted, String field, Violations violations) {
        var named = terms.named(kind, wanted.stream().map(Folding::key).toList()).stream()
                .collect(Collectors.groupingBy(Term::nameKey));
        var found = new LinkedHashMap<String, Term>();
        var others = new ArrayList<String>();
        var ambiguous = new ArrayList<String>();
        for (var name : wanted) {
            var same = named.getOrDefault(Folding.key(name), List.of()).stream()
                    .filter(term -> term.name().equalsIgnoreCase(name))
                    .toList();
            var chosen = same.size() == 1
                    ? Optional.of(same.get(0))
                    : same.stream().filter(term -> term.parentId() == null).findFirst();
            if (chosen.isPresent()) {
                found.put(name, chosen.get());
            } else {
                others.add(name);
            }
            if (same.size() > 1 && chosen.isEmpty()) {
                ambiguous.add(name);
            }
        }
        var owners = slugs.owners(List.of(kind.slugScope()), others).getOrDefault(kind.slugScope(), Map.of());
        var bySlug = terms.findAll(kind, owners.values()).stream().collect(Collectors.toMap(Term::id, term -> term));
        others.forEach(
                name -> Optional.ofNullable(bySlug.get(owners.get(name))).ifPresent(term -> found.put(name, term)));
        ambiguous.stream().filter(name -> !found.containsKey(name)).distinct().forEach(name -> {
            violations.add(
                    field + "/" + wanted.indexOf(name),
                    "ambiguous",
                    "Several categories are named '%s'; send the slug, or the id in 'categoryIds'.".formatted(name));
            found.put(name, null);
        });
        return found;
    }

    /** Adds a term at the root, or finds the one that another request has added meanwhile. */
    private Term add(TermKind kind, String name, Actor actor) {
        var id = ids.next(IdSpace.TERM);
        // The slug first: a concurrent request with the same name waits here for the first, and then finds its term.
        var slug = termSlugs.create(kind, id, name, null);
        var other = service.findByName(kind, name, null);
        if (other.isPresent()) {
            slugs.release(kind.slugScope(), id);
            return other.get();
        }
        return service.store(new Term(id, kind, name, slug, "", null, clock.instant()), actor);
    }
}
