package io.masthead.taxonomy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of names and parents that need the other terms. */
@ApplicationScoped
class TermRules {

    private final TermRepository terms;

    TermRules(TermRepository terms) {
        this.terms = terms;
    }

    /** Locks the parent, so that it is not deleted before its child is stored. */
    void checkNewParent(TermKind kind, long parentId, Violations violations) {
        if (kind == TermKind.TAG) {
            parentOfTag(violations);
        } else if (terms.lock(kind, parentId).isEmpty()) {
            unknownParent(parentId, violations);
        }
    }

    void checkParent(TermKind kind, long id, Patch<Long> change, Violations violations) {
        if (!change.isSet() || change.value() == null) {
            return;
        }
        long parentId = change.value();
        if (kind == TermKind.TAG) {
            parentOfTag(violations);
        } else if (terms.find(kind, parentId).isEmpty()) {
            unknownParent(parentId, violations);
        } else if (terms.isAbove(id, parentId)) {
            violations.add(
                    "parentId",
                    "cycle",
                    "The parent of a category cannot be the category itself or one of its descendants.");
        }
    }

    private static void parentOfTag(Violations violations) {
        violations.add("parentId", "not_allowed", "Tags have no parent.");
    }

    private static void unknownParent(long parentId, Violations violations) {
        violations.add("parentId", "unknown", "There is no category with the id " + parentId + ".");
    }

    void checkNameIsFree(TermKind kind, long id, String name, Long parentId) {
        var taken = terms.namedLike(kind, Folding.key(name), parentId).stream()
                .anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(name));
        if (taken) {
            throw CmsException.field(
                    "name", "taken", "There is already a %s named '%s'.".formatted(TermService.noun(kind), name));
        }
    }
}
