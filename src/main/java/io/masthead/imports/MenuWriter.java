package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.PhpSerialized;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.imports.wxr.WxrTermRef;
import io.masthead.menu.ImportedMenu;
import io.masthead.menu.ImportedMenuItem;
import io.masthead.menu.MenuImport;
import io.masthead.menu.MenuItemFields;
import io.masthead.menu.MenuItemKind;
import io.masthead.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Imports menus, which WordPress stores as terms, and their items, which it stores as posts with hidden fields. What
 * items lead to and the items above them are references, resolved at the end of the import.
 */
@ApplicationScoped
class MenuWriter {

    static final int MAX_KEY = 280;
    private static final String FIELD = "_menu_item_";

    private final MenuImport menus;
    private final ImportMappings mappings;
    private final ImportReferences references;

    MenuWriter(MenuImport menus, ImportMappings mappings, ImportReferences references) {
        this.menus = menus;
        this.mappings = mappings;
        this.references = references;
    }

    /**
     * What an item leads to.
     *
     * @param awaited null for a link
     * @param reference the kind of the reference; null for a link
     * @param key of what is referenced; null for a link
     */
    private record Destination(String url, MenuItemKind awaited, String reference, String key) {}

    void write(ImportContext context, PreparedRecord.Term record, ImportReport report) {
        var term = record.term();
        if (context.known(known(term.slug())) != null) {
            return; // listed twice
        }
        if (find(context, term.slug()).isPresent()) {
            report.skipped(record.kind());
        } else if (menus.areTooMany()) {
            report.skipped(record.kind());
            report.warn(record, "It was skipped: there are too many menus.");
        } else {
            create(context, term.id(), term.slug(), term.name(), term.description());
            report.written(record.kind());
            report.warn(
                    record,
                    "An export does not say where the theme shows a menu: set its places, such as \"primary\".");
        }
    }

    void write(ImportContext context, List<PreparedRecord.Item> records, ImportReport report) {
        var changed = new TreeSet<Long>();
        for (var record : records) {
            var added = add(context, record, report);
            if (added.isPresent()) {
                changed.add(added.get());
                report.written(record.kind());
            } else {
                report.skipped(record.kind());
            }
        }
        changed.forEach(menus::changed);
    }

    /** The menu that got the item; empty if it was skipped. */
    private Optional<Long> add(ImportContext context, PreparedRecord.Item record, ImportReport report) {
        var item = record.item().item();
        if (record.item().refusal() != null) {
            report.warn(record, record.item().refusal());
            return Optional.empty();
        }
        var named = item.terms().stream()
                .filter(term -> Kinds.isMenu(term.taxonomy()))
                .toList();
        if (named.isEmpty() || !item.status().equals("publish")) {
            report.warn(record, "It was skipped: it was never saved in a menu.");
            return Optional.empty();
        }
        var menuId = menuOf(context, named.get(0));
        if (menuId.isEmpty()) {
            report.warn(record, "It was skipped: there are too many menus.");
            return Optional.empty();
        }
        var key = key(menuId.get(), record.key());
        if (mappings.find(context, ImportMappings.MENU_ITEM, key).isPresent()) {
            return Optional.empty();
        }
        if (menus.isFull(menuId.get())) {
            report.warn(record, "It was skipped: its menu has too many items.");
            return Optional.empty();
        }
        return store(context, record, menuId.get(), key, report) ? menuId : Optional.empty();
    }

    private boolean store(
            ImportContext context, PreparedRecord.Item record, long menuId, String key, ImportReport report) {
        var item = record.item().item();
        var meta = meta(item);
        var destination = destination(meta);
        if (destination.isEmpty()) {
            report.warn(
                    record,
                    "It was skipped: menus lead to posts, pages, categories, tags and URLs here, not to %s."
                            .formatted(SourceText.of(meta.getOrDefault("object", meta.getOrDefault("type", "?")), 60)));
            return false;
        }
        var goal = destination.get();
        var label = record.item().title().strip();
        if (goal.awaited() == null && label.isEmpty()) {
            report.warn(record, "It was skipped: it has no label.");
            return false;
        }
        var fields = MenuImport.fit(
                new MenuItemFields(
                        label.isEmpty() ? null : label,
                        goal.url(),
                        null,
                        meta.getOrDefault("target", ""),
                        plain(item.excerpt()),
                        classes(meta.getOrDefault("classes", "")),
                        words(meta.getOrDefault("xfn", "")),
                        plain(item.content())),
                sentence -> report.warn(record, sentence));
        if (fields.isEmpty()) {
            return false;
        }
        long id = menus.add(new ImportedMenuItem(
                SourceIds.isUsable(item.id()) ? item.id() : null,
                menuId,
                fields.get(),
                goal.awaited(),
                item.menuOrder()));
        mappings.add(context.source(), ImportMappings.MENU_ITEM, key, id);
        if (goal.reference() != null) {
            references.add(context, goal.reference(), id, goal.key());
        }
        var parent = meta.getOrDefault("menu_item_parent", "0");
        if (!parent.equals("0") && !parent.isEmpty()) {
            references.add(context, ImportReferences.MENU_PARENT, id, key(menuId, parent));
        }
        return true;
    }

    private static Optional<Destination> destination(Map<String, String> meta) {
        var object = meta.getOrDefault("object", "");
        var id = SourceText.of(meta.getOrDefault("object_id", ""), 40);
        return switch (meta.getOrDefault("type", "custom")) {
            case "custom", "" -> {
                var url = SourceText.storable(meta.getOrDefault("url", "")).strip();
                yield Optional.of(new Destination(url.isEmpty() ? "#" : url, null, null, null));
            }
            case "post_type" ->
                object.equals("post") || object.equals("page")
                        ? Optional.of(new Destination(
                                null,
                                object.equals("page") ? MenuItemKind.PAGE : MenuItemKind.POST,
                                ImportReferences.MENU_POST,
                                id))
                        : Optional.empty();
            case "taxonomy" ->
                Kinds.isTerm(object)
                        ? Optional.of(new Destination(
                                null,
                                object.equals("category") ? MenuItemKind.CATEGORY : MenuItemKind.TAG,
                                ImportReferences.MENU_TERM,
                                TermWriter.idKey(object, id)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Also of a menu that only its items name. */
    private Optional<Long> menuOf(ImportContext context, WxrTermRef named) {
        var found = find(context, named.slug());
        if (found.isPresent() || menus.areTooMany()) {
            return found;
        }
        return Optional.of(create(context, null, named.slug(), named.name(), ""));
    }

    /** Empty also for one that was deleted here after an earlier import. */
    private Optional<Long> find(ImportContext context, String slug) {
        var known = context.known(known(slug));
        if (known != null) {
            return Optional.of(known);
        }
        var found = mappings.find(context, ImportMappings.MENU, menuKey(slug)).filter(menus::exists);
        found.ifPresent(id -> context.put(known(slug), id));
        return found;
    }

    private long create(ImportContext context, Long originalId, String slug, String name, String description) {
        var title = plain(name);
        var former = mappings.find(context, ImportMappings.MENU, menuKey(slug));
        // Not again the id of one that was deleted here: its items count as imported.
        long id = menus.create(new ImportedMenu(
                former.isEmpty() && SourceIds.isUsable(originalId) ? originalId : null,
                title.isEmpty() ? SourceText.of(slug, 100) : title,
                SourceText.slug(slug).orElse(null),
                plain(description)));
        mappings.put(context, ImportMappings.MENU, menuKey(slug), id);
        context.put(known(slug), id);
        return id;
    }

    private static Map<String, String> meta(WxrItem item) {
        var values = new HashMap<String, String>();
        for (WxrMeta meta : item.meta()) {
            if (meta.key().startsWith(FIELD)) {
                values.putIfAbsent(
                        meta.key().substring(FIELD.length()), meta.value().strip());
            }
        }
        return values;
    }

    private static List<String> classes(String value) {
        return PhpSerialized.parse(value)
                .map(parsed -> parsed instanceof List<?> list
                        ? list.stream()
                                .flatMap(word -> words(String.valueOf(word)).stream())
                                .toList()
                        : List.<String>of())
                .orElseGet(() -> words(value));
    }

    private static List<String> words(String text) {
        return Arrays.stream(SourceText.storable(text).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String plain(String html) {
        return PlainText.orAsWritten(SourceText.storable(html)).strip();
    }

    static String key(long menuId, String sourceKey) {
        return SourceText.of(menuId + "/" + sourceKey, MAX_KEY);
    }

    private static String menuKey(String slug) {
        return SourceText.of(slug, MAX_KEY);
    }

    private static String known(String slug) {
        return "nav_menu/" + menuKey(slug);
    }
}
