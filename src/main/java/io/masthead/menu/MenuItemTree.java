package io.masthead.menu;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Replaces all items of a menu; those whose ids are sent are kept. */
@ApplicationScoped
class MenuItemTree {

    private final MenuItemRepository repository;
    private final MenuThings things;
    private final Ids ids;

    MenuItemTree(MenuItemRepository repository, MenuThings things, Ids ids) {
        this.repository = repository;
        this.things = things;
        this.ids = ids;
    }

    /** A checked tree. */
    interface Plan {

        /** Returns whether anything has changed. */
        boolean store();
    }

    /**
     * One item of the tree.
     *
     * @param at its path, such as {@code items/0/items/2/}
     * @param above the index of the item above it in the whole; -1 for none
     */
    private record Step(String at, MenuBranch input, int above) {}

    /** Of a new menu. */
    Plan plan(long menuId, Patch<List<MenuBranch>> wanted, Violations violations) {
        return plan(menuId, Map.of(), wanted, violations);
    }

    /** Checks the items of a menu; without any that were sent, the plan changes nothing. */
    Plan plan(Menu menu, Patch<List<MenuBranch>> wanted, Violations violations) {
        return wanted.isSet() && wanted.value() != null
                ? plan(
                        menu.id(),
                        repository.of(menu.id()).stream().collect(Collectors.toMap(MenuItem::id, Function.identity())),
                        wanted,
                        violations)
                : plan(menu.id(), Map.of(), wanted, violations);
    }

    private Plan plan(long menuId, Map<Long, MenuItem> rows, Patch<List<MenuBranch>> wanted, Violations violations) {
        if (!violations.hasValue("items", wanted)) {
            return () -> false;
        }
        var steps = new ArrayList<Step>();
        collect("items", wanted.value(), -1, 1, steps, violations);
        violations.require(
                steps.size() <= MenuRules.MAX_ITEMS,
                "items",
                "too_many",
                "A menu can have at most %d items.".formatted(MenuRules.MAX_ITEMS));
        if (steps.size() > MenuRules.MAX_ITEMS) {
            return () -> false;
        }
        var checked = check(steps, rows, violations);
        return () -> store(menuId, rows, steps, checked);
    }

    private static void collect(
            String path, List<MenuBranch> items, int above, int level, List<Step> steps, Violations violations) {
        if (!items.isEmpty() && level > MenuRules.MAX_DEPTH) {
            violations.add(path, "too_deep", "A menu can have at most %d levels.".formatted(MenuRules.MAX_DEPTH));
            return;
        }
        for (int i = 0; i < items.size() && steps.size() <= MenuRules.MAX_ITEMS; i++) {
            var at = path + "/" + i + "/";
            if (items.get(i) == null) {
                violations.add(path + "/" + i, "null_not_allowed", "An item must not be null.");
                continue;
            }
            steps.add(new Step(at, items.get(i), above));
            collect(at + "items", items.get(i).items(), steps.size() - 1, level + 1, steps, violations);
        }
    }

    private List<MenuItemFields> check(List<Step> steps, Map<Long, MenuItem> rows, Violations violations) {
        var references = steps.stream()
                .map(step -> step.input().fields().reference())
                .filter(reference -> reference != null)
                .collect(Collectors.toSet());
        var here = things.of(references);
        var seen = new HashSet<Long>();
        var checked = new ArrayList<MenuItemFields>();
        for (var step : steps) {
            var row = row(step, rows, seen, violations);
            checked.add(MenuItemCheck.of(step.at(), step.input().fields(), row, here, violations));
        }
        return checked;
    }

    private static MenuItem row(Step step, Map<Long, MenuItem> rows, Set<Long> seen, Violations violations) {
        var id = step.input().id();
        if (id == null) {
            return null;
        }
        violations.require(
                rows.containsKey(id), step.at() + "id", "unknown", "This menu has no item with the id " + id + ".");
        violations.require(seen.add(id), step.at() + "id", "repeated", "The item " + id + " is named twice.");
        return rows.get(id);
    }

    private boolean store(long menuId, Map<Long, MenuItem> rows, List<Step> steps, List<MenuItemFields> checked) {
        int fresh =
                (int) steps.stream().filter(step -> step.input().id() == null).count();
        var next = (fresh == 0 ? List.<Long>of() : ids.next(IdSpace.CONTENT, fresh)).iterator();
        var gone = new LinkedHashMap<>(rows);
        var stored = new HashMap<Integer, MenuItem>();
        var changes = fresh > 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var parentId = step.above() < 0 ? null : stored.get(step.above()).id();
            var row =
                    step.input().id() == null ? null : gone.remove(step.input().id());
            if (row == null) {
                row = new MenuItem(next.next(), menuId, checked.get(i));
                row.place(parentId, i + 1);
                repository.persist(row);
            } else {
                changes |= row.write(checked.get(i));
                changes |= row.place(parentId, i + 1);
            }
            stored.put(i, row);
        }
        gone.values().forEach(repository::delete);
        return changes || !gone.isEmpty();
    }
}
