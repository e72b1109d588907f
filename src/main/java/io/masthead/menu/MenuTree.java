package io.masthead.menu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the tree of one menu from its rows. */
final class MenuTree {

    private final Map<Long, List<MenuItem>> below = new HashMap<>();
    private final Map<MenuReference, MenuThing> things;
    private final boolean isComplete;

    private MenuTree(List<MenuItem> rows, Map<MenuReference, MenuThing> things, boolean isComplete) {
        this.things = things;
        this.isComplete = isComplete;
        var ids = rows.stream().map(MenuItem::id).collect(Collectors.toSet());
        rows.forEach(row -> below.computeIfAbsent(
                        ids.contains(row.parentId()) ? row.parentId() : null, parent -> new ArrayList<>())
                .add(row));
    }

    /**
     * @param rows of the menu, in their order
     * @param isComplete false to leave out what readers do not see; what is below an item that is left out takes its
     *     place, as WordPress shows it too
     */
    static List<MenuNode> of(List<MenuItem> rows, Map<MenuReference, MenuThing> things, boolean isComplete) {
        return new MenuTree(rows, things, isComplete).nodes(null, null);
    }

    private List<MenuNode> nodes(Long parentId, Long shownParentId) {
        var nodes = new ArrayList<MenuNode>();
        for (var item : below.getOrDefault(parentId, List.of())) {
            var thing = MenuNode.thingOf(item, things);
            if (isComplete || MenuNode.isVisible(item, thing)) {
                nodes.add(new MenuNode(item, thing, shownParentId, nodes(item.id(), item.id())));
            } else {
                nodes.addAll(nodes(item.id(), shownParentId));
            }
        }
        return List.copyOf(nodes);
    }

    /**
     * Whether an item can move below another one of its menu.
     *
     * @param parents the parent of each item; null at the root
     * @param parentId null for the root
     * @return why not; null if it can
     */
    static String obstacle(Map<Long, Long> parents, Long id, Long parentId) {
        int above = 0;
        var seen = new HashSet<Long>();
        for (var step = parentId; step != null; step = parents.get(step)) {
            if (step.equals(id) || !seen.add(step)) {
                return "cycle";
            }
            above++;
        }
        return above + height(parents, id, new HashSet<>()) > MenuRules.MAX_DEPTH ? "too_deep" : null;
    }

    /** The number of levels from an item downwards, with its own. */
    private static int height(Map<Long, Long> parents, Long id, Set<Long> seen) {
        if (id == null || !seen.add(id)) {
            return 1;
        }
        return 1
                + parents.entrySet().stream()
                        .filter(entry -> id.equals(entry.getValue()))
                        .mapToInt(entry -> height(parents, entry.getKey(), seen))
                        .max()
                        .orElse(0);
    }
}
