package io.masthead.wp.v2;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Patch;
import io.masthead.post.TermDeletion;
import io.masthead.taxonomy.NewTerm;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermPatch;
import io.masthead.taxonomy.TermService;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.WpError;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.Map;

/** Creates, changes and deletes categories and tags by WordPress' rules for slugs and parents. */
@Singleton
class TermWrites {

    private final TermService terms;
    private final TermDeletion deletion;

    TermWrites(TermService terms, TermDeletion deletion) {
        this.terms = terms;
        this.deletion = deletion;
    }

    Term create(WpRequest request, TermTaxonomy taxonomy) {
        var name = name(request);
        var parent = parent(request, taxonomy);
        var wanted = new NewTerm(name, slug(request), description(request), parent);
        try {
            return terms.create(taxonomy.kind(), wanted, OnConflict.FIT, null, request.actor());
        } catch (CmsException e) {
            throw refusal(e, taxonomy, name, parent, wanted.slug());
        }
    }

    Term update(WpRequest request, TermTaxonomy taxonomy, Term term) {
        var name = request.has("name") ? Patch.to(name(request)) : Patch.<String>absent();
        var parent = request.has("parent") ? Patch.to(parent(request, taxonomy)) : Patch.<Long>absent();
        var slug = request.has("slug") ? Patch.to(Slugs.ofSent(request.text("slug"))) : Patch.<String>absent();
        try {
            return change(request, taxonomy, term, name, slug, parent);
        } catch (CmsException e) {
            if (isAt(e, "parentId", "cycle")) {
                // WordPress moves what would lie below itself to the top, without a word.
                return change(request, taxonomy, term, name, slug, Patch.to(null));
            }
            throw refusal(
                    e, taxonomy, name.orKeep(term.name()), parent.orKeep(term.parentId()), slug.orKeep(term.slug()));
        }
    }

    void delete(WpRequest request, Term term) {
        deletion.delete(term.kind(), term.id(), ExpectedVersion.ANY, request.actor());
    }

    private Term change(
            WpRequest request,
            TermTaxonomy taxonomy,
            Term term,
            Patch<String> name,
            Patch<String> slug,
            Patch<Long> parent) {
        var changes = new TermPatch(
                name,
                slug.map(text -> text.isEmpty() ? null : text),
                request.has("description") ? Patch.to(description(request)) : Patch.absent(),
                taxonomy.isTree() ? parent : Patch.absent());
        return terms.update(taxonomy.kind(), term.id(), changes, ExpectedVersion.ANY, request.actor());
    }

    /** What the HTML says, without its markup; there must be something. */
    private static String name(WpRequest request) {
        var words = request.text("name").replaceAll("<[^<>]*+>", "").replace("<", "&lt;");
        var name = PlainWords.line(words);
        if (name.isEmpty()) {
            throw new WpException(400, "empty_term_name", "A name is required for this term.");
        }
        return name;
    }

    private static String description(WpRequest request) {
        return request.text("description");
    }

    private static Long parent(WpRequest request, TermTaxonomy taxonomy) {
        if (!request.has("parent")) {
            return null;
        }
        if (!taxonomy.isTree()) {
            throw new WpException(
                    400, "rest_taxonomy_not_hierarchical", "Cannot set parent term, taxonomy is not hierarchical.");
        }
        var id = request.number("parent");
        return id == null || id == 0 ? null : id;
    }

    /** Null where the core is to make it from the name. */
    private static String slug(WpRequest request) {
        var wanted = request.has("slug") ? Slugs.ofSent(request.text("slug")) : "";
        return wanted.isEmpty() ? null : wanted;
    }

    private RuntimeException refusal(CmsException e, TermTaxonomy taxonomy, String name, Long parent, String slug) {
        if (isAt(e, "name", "taken")) {
            return new WpException(exists(taxonomy, name, parent));
        }
        if (isAt(e, "name", "too_long")) {
            return new WpException(400, "db_insert_error", "Could not insert term into the database.");
        }
        if (isAt(e, "slug", "taken")) {
            return new WpException(
                    400,
                    "duplicate_term_slug",
                    "The slug &#8220;%s&#8221; is already in use by another term.".formatted(slug));
        }
        if (isAt(e, "parentId", "unknown")) {
            return new WpException(400, "rest_term_invalid", "Parent term does not exist.");
        }
        return e;
    }

    private WpError exists(TermTaxonomy taxonomy, String name, Long parent) {
        var other = terms.findByName(taxonomy.kind(), name, parent);
        return new WpError(
                400,
                "term_exists",
                taxonomy.isTree()
                        ? "A term with the name provided already exists with this parent."
                        : "A term with the name provided already exists in this taxonomy.",
                other.<Map<String, Object>>map(term -> Map.of("term_id", term.id()))
                        .orElse(Map.of()));
    }

    private static boolean isAt(CmsException e, String field, String code) {
        for (FieldError error : e.errors()) {
            if (error.field().equals(field) && error.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
