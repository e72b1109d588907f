package io.masthead.wp.v2;

import io.masthead.taxonomy.TermKind;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.v2.field.FieldSchema;

/** The names WordPress has for a kind of terms. */
public enum TermTaxonomy {
    CATEGORIES(TermKind.CATEGORY, "category", "categories", "category"),
    TAGS(TermKind.TAG, "post_tag", "tags", "tag");

    private final TermKind kind;
    private final String slug;
    private final String base;
    private final ResourceSchema schema;

    TermTaxonomy(TermKind kind, String slug, String base, String schema) {
        this.kind = kind;
        this.slug = slug;
        this.base = base;
        this.schema = FieldSchema.in(ResourceSchema.of(schema));
    }

    public static TermTaxonomy of(TermKind kind) {
        return kind == TermKind.CATEGORY ? CATEGORIES : TAGS;
    }

    TermKind kind() {
        return kind;
    }

    /** Of its terms. */
    ResourceSchema schema() {
        return schema;
    }

    /** Of the taxonomy, as in {@code post_tag}. */
    public String slug() {
        return slug;
    }

    String title() {
        return isTree() ? "Categories" : "Tags";
    }

    /** Of its routes, as in {@code tags}. */
    String base() {
        return base;
    }

    boolean isTree() {
        return kind == TermKind.CATEGORY;
    }

    public String route() {
        return "wp/v2/" + base;
    }

    public Target target(long id) {
        return one().of(id);
    }

    Kind one() {
        return isTree() ? Kind.CATEGORY : Kind.TAG;
    }

    /** Those of a post. */
    Kind ofPost() {
        return isTree() ? Kind.CATEGORIES_OF_POST : Kind.TAGS_OF_POST;
    }
}
