package io.masthead.menu;

import java.util.List;

/**
 * What an item says, as it is written.
 *
 * @param label plain text; null for the label of what it refers to
 * @param url relative or absolute; null for an item with a reference
 * @param reference null for a link
 * @param target where browsers open it, as HTML's attribute {@code target}; empty for the same tab
 * @param title the tooltip, plain text; may be empty
 * @param classes CSS classes
 * @param rel link types of HTML's attribute {@code rel}, such as {@code nofollow} and those of XFN
 * @param description plain text; may be empty
 */
public record MenuItemFields(
        String label,
        String url,
        MenuReference reference,
        String target,
        String title,
        List<String> classes,
        List<String> rel,
        String description) {

    /** A link without any details. */
    public static MenuItemFields link(String label, String url) {
        return new MenuItemFields(label, url, null, "", "", List.of(), List.of(), "");
    }

    MenuItemFields withLabel(String other) {
        return new MenuItemFields(other, url, reference, target, title, classes, rel, description);
    }

    MenuItemFields withUrl(String other) {
        return new MenuItemFields(label, other, reference, target, title, classes, rel, description);
    }

    MenuItemKind kind() {
        return reference == null ? MenuItemKind.LINK : reference.kind();
    }
}
