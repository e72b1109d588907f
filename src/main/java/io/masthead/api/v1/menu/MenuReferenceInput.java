package io.masthead.api.v1.menu;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.menu.MenuReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an item refers to, as a client writes it. */
@Schema(
        name = "MenuReferenceInput",
        description = "What an item leads to.",
        requiredProperties = {"type", "id"})
record MenuReferenceInput(
        @Schema(examples = "category") Patch<MenuReferenceType> type,
        @Schema(examples = "5") Patch<Long> id) {

    /** @param at the path of the item */
    MenuReference toReference(String at, Violations violations) {
        violations.addFault(type);
        violations.require(
                type.value() != null || type.fault() != null,
                at + "/reference/type",
                "required",
                "A 'reference' needs a 'type'.");
        violations.require(id.value() != null, at + "/reference/id", "required", "A 'reference' needs an 'id'.");
        return type.value() == null || id.value() == null
                ? null
                : new MenuReference(type.value().kind(), id.value());
    }
}
