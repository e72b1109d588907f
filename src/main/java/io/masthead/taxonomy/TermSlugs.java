package io.masthead.taxonomy;

import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;

/** The slug of a category or tag over its lifetime: it always has one, and former ones are kept. */
@ApplicationScoped
class TermSlugs {

    private final SlugRegistry registry;

    TermSlugs(SlugRegistry registry) {
        this.registry = registry;
    }

    /**
     * Appends the slug of the parent to a slug that is taken, and then a number, as WordPress' {@code
     * wp_unique_term_slug} does.
     *
     * @param chosen null to make one from the name
     * @param parent null for none
     */
    String createFitting(TermKind kind, long id, String name, String chosen, Term parent) {
        var scope = kind.slugScope();
        var wanted = chosen == null ? fromName(name, id) : chosen;
        if (parent == null) {
            return registry.claimFree(scope, wanted, id);
        }
        return registry.claimIfFree(scope, wanted, id)
                ? wanted
                : registry.claimFree(scope, Slugs.from(wanted + "-" + parent.slug()), id);
    }

    /**
     * The slug for one that a client sent in whatever form, as WordPress makes it.
     *
     * @return null to make one from the name
     */
    static String fitted(String sent) {
        var slug = sent == null ? "" : Slugs.ofSent(sent);
        return slug.isEmpty() ? null : slug;
    }

    /** @param chosen null to make one from the name */
    String create(TermKind kind, long id, String name, String chosen) {
        if (chosen == null) {
            return registry.claimFree(kind.slugScope(), fromName(name, id), id);
        }
        registry.claim(kind.slugScope(), chosen, id);
        return chosen;
    }

    /** @param chosen null to make one from the name */
    String change(Term term, String name, String chosen) {
        if (term.slug().equals(chosen)) {
            return chosen;
        }
        registry.retire(term.kind().slugScope(), term.id());
        return create(term.kind(), term.id(), name, chosen);
    }

    /** The id if the name has neither letters nor digits. */
    private static String fromName(String name, long id) {
        var made = Slugs.from(name);
        return made.isEmpty() ? Long.toString(id) : made;
    }
}
