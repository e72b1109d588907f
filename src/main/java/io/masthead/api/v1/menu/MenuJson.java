package io.masthead.api.v1.menu;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.NotInLists;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.menu.MenuView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A menu on the wire. */
@Schema(name = "Menu", description = "A tree of links. In lists, 'items' requires include=items.")
record MenuJson(
        @Schema(examples = "31") long id,

        @Schema(description = "Plain text.", examples = "Main menu")
        String name,

        @Schema(examples = "main-menu") String slug,

        @Schema(description = "Plain text; may be empty.", examples = "At the top of each page")
        String description,

        @Schema(
                description = "Where front ends show it, in alphabetical order. A place has at most one menu.",
                examples = "[\"primary\"]")
        List<String> places,

        @RequiresParameter(value = "include=items", onlyInLists = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The items at the root, in their order.")
        List<MenuItemJson> items,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,

        @NotInLists
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Former slugs, which redirect to the current one; not in lists.")
        List<String> formerSlugs,

        @JsonIgnore Integer rowVersion,
        @JsonIgnore boolean forOneCallerOnly)
        implements Representation {

    /** @param formerSlugs null in lists */
    static MenuJson of(MenuView view, List<String> formerSlugs) {
        var menu = view.menu();
        return new MenuJson(
                menu.id(),
                menu.name(),
                menu.slug(),
                menu.description(),
                view.places(),
                view.items() == null
                        ? null
                        : view.items().stream().map(MenuItemJson::of).toList(),
                menu.createdAt(),
                menu.updatedAt(),
                formerSlugs,
                menu.version(),
                view.isComplete());
    }
}
