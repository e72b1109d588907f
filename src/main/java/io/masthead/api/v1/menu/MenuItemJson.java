package io.masthead.api.v1.menu;

import io.masthead.menu.MenuNode;
import io.masthead.permalink.PermalinkBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of a menu on the wire. */
@Schema(name = "MenuItem", description = "A link of a menu, with those below it.")
record MenuItemJson(
        @Schema(examples = "301") long id,

        @Schema(
                description = "Plain text: its own label, or the title or name of what it refers to.",
                examples = "Harbour life")
        String label,

        @Schema(
                description = "Whether the label is its own, and does not follow what it refers to.",
                examples = "false")
        boolean ownLabel,

        @Schema(
                description = "The current URL of what it refers to, or the URL of a link, which may be relative. Null"
                        + " if what it refers to is not here.",
                nullable = true,
                examples = "https://example.org/category/harbour-life/")
        String url,

        @Schema(
                description = "The path of the URL of what it refers to, with its query; null for a link.",
                nullable = true,
                examples = "/category/harbour-life/")
        String path,

        @Schema(nullable = true, description = "Null for a link.")
        MenuReferenceJson reference,

        @Schema(
                description = "Where browsers open it, as HTML's attribute; empty for the same tab.",
                examples = "_blank")
        String target,

        @Schema(description = "The tooltip; may be empty.", examples = "All that floats")
        String title,

        @Schema(description = "CSS classes.", examples = "[\"highlighted\"]")
        List<String> classes,

        @Schema(description = "Link types, as in HTML's attribute.", examples = "[\"nofollow\"]")
        List<String> rel,

        @Schema(description = "Plain text; may be empty.", examples = "News from the harbour")
        String description,

        @Schema(
                description = "Whether readers see it. False for what refers to something that is unpublished, in the"
                        + " trash or deleted, which only those who may change menus see.",
                examples = "true")
        boolean visible,

        @Schema(description = "The items below it.") List<MenuItemJson> items) {

    static MenuItemJson of(MenuNode node) {
        var item = node.item();
        return new MenuItemJson(
                item.id(),
                node.label(),
                item.ownLabel() != null,
                node.url(),
                node.thing() == null ? null : PermalinkBuilder.path(node.thing().url()),
                MenuReferenceJson.of(node),
                item.target(),
                item.title(),
                item.classes(),
                item.rel(),
                item.description(),
                node.isVisible(),
                node.items().stream().map(MenuItemJson::of).toList());
    }
}
