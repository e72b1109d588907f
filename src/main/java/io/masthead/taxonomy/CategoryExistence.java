package io.masthead.taxonomy;

import io.masthead.setting.CategoryCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the settings, which do not depend on categories, whether a category exists. */
@ApplicationScoped
class CategoryExistence implements CategoryCheck {

    private final TermRepository terms;

    CategoryExistence(TermRepository terms) {
        this.terms = terms;
    }

    @Override
    public boolean exists(long id) {
        return terms.find(TermKind.CATEGORY, id).isPresent();
    }
}
