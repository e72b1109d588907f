package io.masthead.wp.v2;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermSummary;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.field.FieldShape;
import java.util.Map;

/** A category or tag as WordPress shows it. */
final class TermShape {

    private final WpRequest request;
    private final PermalinkBuilder addresses;
    private final AllowedMethods allowed;

    /**
     * @param allowed what the caller may do with a term
     */
    TermShape(WpRequest request, PermalinkBuilder addresses, AllowedMethods allowed) {
        this.request = request;
        this.addresses = addresses;
        this.allowed = allowed;
    }

    Map<String, Object> of(Term term) {
        return of(term, request.context());
    }

    Map<String, Object> of(Term term, String context) {
        return fields(term, context).links(() -> links(TermSummary.of(term))).build();
    }

    /** As other things show it in themselves. */
    Map<String, Object> embedded(TermSummary term) {
        return fields(term, null, Resource.embedded(schema(term)))
                .links(() -> links(term))
                .build();
    }

    /** Without links, as what a deleted term was. */
    Map<String, Object> former(Term term) {
        return fields(term, "view").build();
    }

    private Resource fields(Term term, String context) {
        var summary = TermSummary.of(term);
        return fields(summary, term, new Resource(schema(summary), request, context));
    }

    private static ResourceSchema schema(TermSummary term) {
        return TermTaxonomy.of(term.kind()).schema();
    }

    /** @param whole null in the context embed, which shows nothing else of it */
    private Resource fields(TermSummary term, Term whole, Resource resource) {
        var taxonomy = TermTaxonomy.of(term.kind());
        resource.put("id", term::id)
                .put("count", () -> whole.publishedCount())
                .put("description", () -> whole.description())
                .put("link", () -> addresses.term(term))
                .put("name", () -> PlainWords.written(term.name()))
                .put("slug", () -> Slugs.encoded(term.slug()))
                .put("taxonomy", taxonomy::slug);
        if (taxonomy.isTree()) {
            resource.put("parent", () -> term.parentId() == null ? 0L : term.parentId());
        }
        return resource.put("meta", () -> FieldShape.orList(FieldShape.meta(whole.customFields())))
                .put("acf", () -> FieldShape.acf(whole.customFields()));
    }

    private Links links(TermSummary term) {
        var taxonomy = TermTaxonomy.of(term.kind());
        var links = new Links(request)
                .self(taxonomy.target(term.id()), allowed)
                .add("collection", taxonomy.route())
                .add("about", "wp/v2/taxonomies/" + taxonomy.slug());
        if (term.parentId() != null) {
            links.embeddable("up", taxonomy.target(term.parentId()));
        }
        return links.add("wp:post_type", "wp/v2/posts?" + taxonomy.base() + "=" + term.id());
    }
}
