package io.masthead.menu;

import io.masthead.kernel.Patch;
import java.util.List;

/**
 * A new menu, or changes to one.
 *
 * @param slug null makes a new one from the name
 * @param description plain text; null empties it
 * @param places where front ends show it, such as {@code primary}; a place that another menu has is taken from it
 * @param items all items, in their order
 */
public record MenuPatch(
        Patch<String> name,
        Patch<String> slug,
        Patch<String> description,
        Patch<List<String>> places,
        Patch<List<MenuBranch>> items) {

    /** Changes nothing but the places. */
    public static MenuPatch ofPlaces(List<String> places) {
        return new MenuPatch(Patch.absent(), Patch.absent(), Patch.absent(), Patch.to(places), Patch.absent());
    }
}
