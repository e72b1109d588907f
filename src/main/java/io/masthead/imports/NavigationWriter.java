package io.masthead.imports;

import io.masthead.imports.item.NavigationBlocks;
import io.masthead.imports.item.SourceText;
import io.masthead.menu.ImportedMenu;
import io.masthead.menu.ImportedMenuItem;
import io.masthead.menu.MenuImport;
import io.masthead.menu.MenuItemFields;
import io.masthead.menu.MenuItemKind;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Imports the menus of block themes, which WordPress stores as posts of the type {@code wp_navigation}. As with other
 * menus, what links lead to are references, resolved at the end of the import or by a later one.
 */
@ApplicationScoped
class NavigationWriter {

    private final MenuImport menus;
    private final ImportMappings mappings;
    private final ImportReferences references;

    NavigationWriter(MenuImport menus, ImportMappings mappings, ImportReferences references) {
        this.menus = menus;
        this.mappings = mappings;
        this.references = references;
    }

    /**
     * What a link leads to.
     *
     * @param awaited null for a URL
     * @param reference the kind of the reference; null for a URL
     * @param key of what is referenced; null for a URL
     */
    private record Goal(String url, MenuItemKind awaited, String reference, String key) {}

    void write(ImportContext context, PreparedRecord.Item record, ImportReport report) {
        var why =
                write(context, record, NavigationBlocks.of(record.item().item().content()), report);
        if (why == null) {
            report.written(record.kind());
        } else {
            report.skipped(record.kind());
            if (!why.isEmpty()) {
                report.warn(record, why);
            }
        }
    }

    /** Null if it was written, else why not; empty for one that is here. */
    private String write(
            ImportContext context, PreparedRecord.Item record, NavigationBlocks blocks, ImportReport report) {
        var item = record.item().item();
        if (record.item().refusal() != null) {
            return record.item().refusal();
        }
        if (!item.status().equals("publish")) {
            return "It was skipped: it is not published.";
        }
        var key = SourceText.of("wp_navigation/" + record.key(), MenuWriter.MAX_KEY);
        if (mappings.find(context, ImportMappings.MENU, key)
                .filter(menus::exists)
                .isPresent()) {
            return "";
        }
        blocks.leftOut()
                .forEach((name, count) -> report.warn(
                        record,
                        "%d blocks \"%s\" were left out: menus have links only."
                                .formatted(count, SourceText.of(name, 60))));
        if (blocks.links().isEmpty()) {
            return "It was skipped: it has no links.";
        }
        if (menus.areTooMany()) {
            return "It was skipped: there are too many menus.";
        }
        var title = record.item().title().strip();
        long menuId = menus.create(new ImportedMenu(
                null,
                title.isEmpty() ? "Navigation" : title,
                SourceText.slug(item.slug()).orElse(null),
                ""));
        mappings.put(context, ImportMappings.MENU, key, menuId);
        for (int i = 0; i < blocks.links().size(); i++) {
            if (menus.isFull(menuId)) {
                report.warn(
                        record,
                        "%d links were left out: the menu has too many."
                                .formatted(blocks.links().size() - i));
                break;
            }
            add(context, record, menuId, i, blocks.links().get(i), report);
        }
        menus.changed(menuId);
        return null;
    }

    private void add(
            ImportContext context,
            PreparedRecord.Item record,
            long menuId,
            int position,
            NavigationBlocks.Link link,
            ImportReport report) {
        var goal = goal(link);
        if (goal.awaited() == null && link.label().isEmpty()) {
            report.warn(
                    record,
                    "A link to \"%s\" was left out: it has no label.".formatted(SourceText.of(link.url(), 200)));
            return;
        }
        var label = link.label();
        var fields = MenuImport.fit(
                new MenuItemFields(
                        label.isEmpty() ? null : label,
                        goal.url(),
                        null,
                        link.opensNewTab() ? "_blank" : "",
                        link.title(),
                        link.classes(),
                        link.rel(),
                        link.description()),
                sentence -> report.warn(record, "The link \"%s\": %s".formatted(SourceText.of(label, 100), sentence)));
        if (fields.isEmpty()) {
            return;
        }
        long id = menus.add(new ImportedMenuItem(null, menuId, fields.get(), goal.awaited(), position + 1));
        mappings.add(context.source(), ImportMappings.MENU_ITEM, key(menuId, position), id);
        if (goal.reference() != null) {
            references.add(context, goal.reference(), id, goal.key());
        }
        if (link.above() >= 0) {
            references.add(context, ImportReferences.MENU_PARENT, id, key(menuId, link.above()));
        }
    }

    /** Links to what is not here lead to their URLs. */
    private static Goal goal(NavigationBlocks.Link link) {
        if (link.id() != null && link.id() > 0) {
            // Links that nobody saved again since WordPress 5.9 have a type alone.
            boolean isTerm = link.kind().equals("taxonomy") || link.kind().isEmpty();
            boolean isPost = link.kind().equals("post-type") || link.kind().isEmpty();
            var id = link.id().toString();
            switch (link.type()) {
                case "post", "page" -> {
                    if (isPost) {
                        return new Goal(
                                null,
                                link.type().equals("page") ? MenuItemKind.PAGE : MenuItemKind.POST,
                                ImportReferences.MENU_POST,
                                id);
                    }
                }
                case "category", "tag", "post_tag" -> {
                    if (isTerm) {
                        boolean isCategory = link.type().equals("category");
                        return new Goal(
                                null,
                                isCategory ? MenuItemKind.CATEGORY : MenuItemKind.TAG,
                                ImportReferences.MENU_TERM,
                                TermWriter.idKey(isCategory ? "category" : "post_tag", id));
                    }
                }
                default -> {}
            }
        }
        return new Goal(link.url().isEmpty() ? "#" : link.url(), null, null, null);
    }

    private static String key(long menuId, int position) {
        return MenuWriter.key(menuId, "navigation/" + position);
    }
}
