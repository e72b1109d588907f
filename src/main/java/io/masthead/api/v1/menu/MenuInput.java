package io.masthead.api.v1.menu;

import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.menu.MenuBranch;
import io.masthead.menu.MenuPatch;
import io.masthead.menu.MenuRules;
import io.masthead.text.Slugs;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A menu as a client writes it: all of a new one, a replacement, or a merge patch. */
@Schema(
        name = "MenuInput",
        description = "A menu to create, replace or change. A new one, or a replacement, needs a name. In a PATCH,"
                + " absent fields are unchanged (RFC 7396).")
record MenuInput(
        @Schema(
                minLength = 1,
                maxLength = MenuRules.MAX_NAME,
                description = "Plain text; unique among menus.",
                examples = "Main menu")
        Patch<String> name,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = Slugs.ALLOWED + "; null to make one from the name.",
                examples = "main-menu")
        Patch<String> slug,

        @Schema(
                nullable = true,
                maxLength = MenuRules.MAX_DESCRIPTION,
                description = "Plain text.",
                examples = "At the top of each page")
        Patch<String> description,

        @Schema(
                maxItems = MenuRules.MAX_PLACES,
                description = "Where front ends show it: names of Latin letters, digits, hyphens and underscores. A"
                        + " place that another menu has is taken from it.",
                examples = "[\"primary\"]")
        Patch<List<String>> places,

        @Schema(
                description = "All items, in their order: at most 500, on at most 11 levels. Items of the menu that are"
                        + " not sent are removed.")
        Patch<List<MenuItemInput>> items) {

    MenuPatch toChanges() {
        return new MenuPatch(name, slug, description, places, branches());
    }

    /** What was not sent is emptied; the slug is kept, so that a change of the name moves nothing. */
    MenuPatch toReplacement() {
        return new MenuPatch(
                name.isSet() ? name : Patch.invalid(new FieldError("name", "required", "'name' must be given.")),
                slug,
                description.isSet() ? description : Patch.to(null),
                places.isSet() ? places : Patch.to(List.of()),
                items.isSet() ? branches() : Patch.to(List.of()));
    }

    private Patch<List<MenuBranch>> branches() {
        if (items.value() == null) {
            return items.map(none -> List.of());
        }
        var violations = new Violations();
        var branches = MenuItemInput.toBranches("items", items.value(), violations);
        violations.throwIfAny();
        return Patch.to(branches);
    }
}
