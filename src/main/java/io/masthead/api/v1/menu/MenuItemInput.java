package io.masthead.api.v1.menu;

import io.masthead.kernel.Violations;
import io.masthead.menu.MenuBranch;
import io.masthead.menu.MenuItemFields;
import io.masthead.menu.MenuRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of a menu as a client writes it. */
@Schema(
        name = "MenuItemInput",
        description = "An item, with those below it. It has either a 'url' and a 'label', or a 'reference', whose URL"
                + " it follows, and whose title or name unless it has a label of its own.")
record MenuItemInput(
        @Schema(
                nullable = true,
                description = "Of an item of this menu, which keeps it; left out for a new item.",
                examples = "301")
        Long id,

        @Schema(
                nullable = true,
                maxLength = MenuRules.MAX_LABEL,
                description = "Plain text. Null, or what it refers to is called, to follow that.",
                examples = "Harbour life")
        String label,

        @Schema(
                nullable = true,
                maxLength = MenuRules.MAX_URL,
                description = "Relative, or with http:, https:, mailto: or tel:. With a 'reference', null or its"
                        + " current URL.",
                examples = "https://example.org/tickets")
        String url,

        @Schema(nullable = true, description = "Null for a link.")
        MenuReferenceInput reference,

        @Schema(
                nullable = true,
                enumeration = {"_blank", "_self", "_parent", "_top"},
                description = "Where browsers open it; null or empty for the same tab.",
                examples = "_blank")
        String target,

        @Schema(
                nullable = true,
                maxLength = MenuRules.MAX_TITLE,
                description = "The tooltip, plain text.",
                examples = "All that floats")
        String title,

        @Schema(
                nullable = true,
                maxItems = MenuRules.MAX_WORDS,
                description = "CSS classes.",
                examples = "[\"highlighted\"]")
        List<String> classes,

        @Schema(
                nullable = true,
                maxItems = MenuRules.MAX_WORDS,
                description = "Link types, as in HTML's attribute.",
                examples = "[\"nofollow\"]")
        List<String> rel,

        @Schema(
                nullable = true,
                maxLength = MenuRules.MAX_ITEM_DESCRIPTION,
                description = "Plain text.",
                examples = "News from the harbour")
        String description,

        @Schema(nullable = true, description = "The items below it.")
        List<MenuItemInput> items) {

    /**
     * @param path of the list
     * @param violations receives what only the wire can get wrong
     */
    static List<MenuBranch> toBranches(String path, List<MenuItemInput> items, Violations violations) {
        var branches = new ArrayList<MenuBranch>();
        for (int i = 0; i < items.size(); i++) {
            branches.add(items.get(i) == null ? null : items.get(i).toBranch(path + "/" + i, violations));
        }
        return branches;
    }

    private MenuBranch toBranch(String at, Violations violations) {
        return new MenuBranch(
                id,
                new MenuItemFields(
                        label,
                        url,
                        reference == null ? null : reference.toReference(at, violations),
                        Objects.requireNonNullElse(target, ""),
                        Objects.requireNonNullElse(title, ""),
                        Objects.requireNonNullElse(classes, List.of()),
                        Objects.requireNonNullElse(rel, List.of()),
                        Objects.requireNonNullElse(description, "")),
                items == null ? List.of() : toBranches(at + "/items", items, violations));
    }
}
