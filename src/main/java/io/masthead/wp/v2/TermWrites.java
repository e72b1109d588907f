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
import io.masthead.wp.v2.field.FieldInput;
import jakarta.inject.Singleton;
import java.util.Map;

/** Creates, changes and deletes categories and tags in WordPress' words. */
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
        var wanted = new NewTerm(
                name,
                request.text("slug"),
                description(request),
                parent,
                FieldInput.read(request, null).value());
        try {
            return terms.create(taxonomy.kind(), wanted, OnConflict.FIT, null, request.actor());
        } catch (CmsException e) {
            throw refusal(e, request, taxonomy, name, parent);
        }
    }

    Term update(WpRequest request, TermTaxonomy taxonomy, Term term) {
        var name = request.has("name") ? Patch.to(name(request)) : Patch.<String>absent();
        var parent = request.has("parent") ? Patch.to(parent(request, taxonomy)) : Patch.<Long>absent();
        var changes = new TermPatch(
                name,
                request.has("slug") ? Patch.to(request.text("slug")) : Patch.absent(),
                request.has("description") ? Patch.to(description(request)) : Patch.absent(),
                parent,
                FieldInput.read(request, term.customFields()));
        try {
            return terms.update(
                    taxonomy.kind(), term.id(), changes, OnConflict.FIT, ExpectedVersion.ANY, request.actor());
        } catch (CmsException e) {
            throw refusal(e, request, taxonomy, name.orKeep(term.name()), parent.orKeep(term.parentId()));
        }
    }

    void delete(WpRequest request, Term term) {
        deletion.delete(term.kind(), term.id(), ExpectedVersion.ANY, request.actor());
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

    private RuntimeException refusal(
            CmsException e, WpRequest request, TermTaxonomy taxonomy, String name, Long parent) {
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
                    "The slug &#8220;%s&#8221; is already in use by another term."
                            .formatted(Slugs.ofSent(request.text("slug"))));
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
