package io.masthead.api.v1.menu;

import io.masthead.menu.MenuNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an item refers to, on the wire. */
@Schema(name = "MenuReference", description = "What an item leads to.")
record MenuReferenceJson(
        @Schema(examples = "category") MenuReferenceType type,

        @Schema(
                description = "Null for an imported item as long as what it refers to is not imported.",
                nullable = true,
                examples = "5")
        Long id,

        @Schema(
                description = "The current slug; null for a draft without one, and for what is not here.",
                nullable = true,
                examples = "harbour-life")
        String slug) {

    /** Null for a link. */
    static MenuReferenceJson of(MenuNode node) {
        var type = MenuReferenceType.of(node.item().kind());
        var reference = node.item().reference();
        return type == null
                ? null
                : new MenuReferenceJson(
                        type,
                        reference == null ? null : Long.valueOf(reference.id()),
                        node.thing() == null ? null : node.thing().slug());
    }
}
