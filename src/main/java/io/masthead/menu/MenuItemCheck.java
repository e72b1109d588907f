package io.masthead.menu;

import io.masthead.kernel.Violations;
import java.util.Locale;
import java.util.Map;

/** Checks one item together with what it refers to. */
final class MenuItemCheck {

    private MenuItemCheck() {}

    /**
     * A label that is the one of what the item refers to is not stored, so that it follows that. A URL sent with a
     * reference must be the current one: it is not stored either.
     *
     * @param at the path of the item with a slash at its end, or empty
     * @param row as it is stored; null for a new one
     * @param things what is referred to
     */
    static MenuItemFields of(
            String at, MenuItemFields sent, MenuItem row, Map<MenuReference, MenuThing> things, Violations violations) {
        var fields = MenuRules.item(at, sent, row != null && row.isWaiting(), violations);
        var reference = fields.reference();
        if (reference == null) {
            return fields;
        }
        var thing = things.get(reference);
        var isKept = row != null && reference.equals(row.reference());
        violations.require(
                thing != null || isKept,
                at + "reference",
                "unknown",
                "There is no %s with the id %d."
                        .formatted(reference.kind().name().toLowerCase(Locale.ROOT), reference.id()));
        violations.require(
                fields.url() == null || (thing != null && fields.url().equals(thing.url())),
                at + "url",
                "not_allowed",
                "An item with a 'reference' has the URL of what it refers to; leave 'url' out.");
        var follows = thing != null && thing.label().equals(fields.label());
        return (follows ? fields.withLabel(null) : fields).withUrl(null);
    }
}
