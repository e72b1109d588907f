package io.masthead.post.patch;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.PostPatchRules;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Replaces the names of terms in a patch by their ids. */
@ApplicationScoped
public class NamedTerms {

    private final TermNames names;

    NamedTerms(TermNames names) {
        this.names = names;
    }

    /**
     * The same patch with the ids of the named terms beside those that it has.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each that is unknown, unless it is created
     */
    public PostPatch resolved(PostPatch wanted, Actor actor) {
        if (!wanted.categories().isSet()
                && !wanted.tags().isSet()
                && !wanted.createTerms().isSet()) {
            return wanted;
        }
        var violations = new Violations();
        check("categories", wanted.categories(), violations);
        check("tags", wanted.tags(), violations);
        violations.hasValue("createTerms", wanted.createTerms());
        violations.throwIfAny();
        var create = Boolean.TRUE.equals(wanted.createTerms().value());
        return wanted.toBuilder()
                .categoryIds(ids(TermKind.CATEGORY, wanted.categoryIds(), wanted.categories(), create, actor))
                .tagIds(ids(TermKind.TAG, wanted.tagIds(), wanted.tags(), create, actor))
                .build();
    }

    private static void check(String field, Patch<List<String>> named, Violations violations) {
        if (violations.hasValue(field, named)) {
            violations.require(
                    named.value().size() <= PostPatchRules.MAX_TERMS,
                    field,
                    "too_many",
                    "'" + field + "' may name at most " + PostPatchRules.MAX_TERMS + ".");
        }
    }

    private Patch<List<Long>> ids(
            TermKind kind, Patch<List<Long>> ids, Patch<List<String>> named, boolean create, Actor actor) {
        if (!named.isSet() || (ids.isSet() && ids.value() == null)) {
            return ids;
        }
        var field = kind == TermKind.CATEGORY ? "categories" : "tags";
        var all = new ArrayList<Long>(ids.isSet() ? ids.value() : List.of());
        all.addAll(names.ids(kind, named.value(), create, field, actor));
        return Patch.to(all.stream().distinct().toList());
    }
}
