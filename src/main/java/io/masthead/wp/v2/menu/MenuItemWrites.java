package io.masthead.wp.v2.menu;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Patch;
import io.masthead.menu.MenuItemCommands;
import io.masthead.menu.MenuItemFields;
import io.masthead.menu.MenuItemPatch;
import io.masthead.menu.MenuItemQueries;
import io.masthead.menu.MenuNode;
import io.masthead.menu.MenuReference;
import io.masthead.menu.NewMenuItem;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import jakarta.inject.Singleton;
import java.util.List;

/** Creates and changes items of menus in WordPress' words. */
@Singleton
class MenuItemWrites {

    private final MenuItemQueries queries;
    private final MenuItemCommands commands;

    MenuItemWrites(MenuItemQueries queries, MenuItemCommands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    MenuNode create(WpRequest request) {
        var menu = request.number("menus");
        if (menu == null || menu == 0) {
            throw refused("menus", "An item belongs to a menu here.");
        }
        var fields = fields(request, MenuItemFields.link(null, null));
        var position = request.number("menu_order");
        try {
            return commands.create(
                    new NewMenuItem(menu, fields, parent(request), position == null ? null : position.intValue()),
                    request.actor());
        } catch (CmsException e) {
            throw e.code() == ErrorCode.MENU_NOT_FOUND
                    ? new WpException(400, "invalid_menu_id", "Invalid menu ID.")
                    : refusal(e);
        }
    }

    MenuNode update(WpRequest request, MenuNode former) {
        var item = former.item();
        var menu = request.number("menus");
        if (menu != null && menu != item.menuId()) {
            throw refused("menus", "An item cannot move to another menu here.");
        }
        var position = request.number("menu_order");
        try {
            return commands.update(
                    item.id(),
                    new MenuItemPatch(
                            current -> fields(request, current),
                            request.has("parent") ? Patch.to(parent(request)) : Patch.absent(),
                            position == null ? Patch.absent() : Patch.to(position.intValue())),
                    request.actor());
        } catch (CmsException e) {
            throw refusal(e);
        }
    }

    private MenuItemFields fields(WpRequest request, MenuItemFields former) {
        var leads = request.has("type") || request.has("object_id") || request.has("object");
        var reference = leads ? reference(request, former.reference()) : former.reference();
        var title = request.written("title").map(PlainWords::line);
        var label = title.isSet() ? title.value() : former.label();
        var url = request.has("url") ? request.text("url") : former.url();
        if (reference == null) {
            requireText(label, "rest_title_required", "The title is required when using a custom menu item type.");
            requireText(url, "rest_url_required", "The url is required when using a custom menu item type.");
        }
        return new MenuItemFields(
                label,
                // As WordPress: what an item leads to has its own.
                reference == null ? url : null,
                reference,
                request.has("target") ? request.text("target") : former.target(),
                request.has("attr_title") ? PlainWords.line(request.text("attr_title")) : former.title(),
                request.has("classes") ? words(request.strings("classes")) : former.classes(),
                request.has("xfn") ? words(request.strings("xfn")) : former.rel(),
                request.has("description") ? PlainWords.line(request.text("description")) : former.description());
    }

    private MenuReference reference(WpRequest request, MenuReference former) {
        var type = request.has("type")
                ? request.text("type")
                : former == null ? "custom" : MenuItemShape.type(former.kind());
        if (type.equals("custom")) {
            return null;
        }
        if (type.equals("post_type_archive")) {
            throw refused("type", "There are no archives of types here.");
        }
        var sent = request.number("object_id");
        if (former != null && type.equals(MenuItemShape.type(former.kind())) && (sent == null || sent == former.id())) {
            return former; // sent back as it was read, even if it leads nowhere now
        }
        long id = sent != null ? sent : former == null ? 0 : former.id();
        if (type.equals("taxonomy")) {
            return queries.findTerm(id)
                    .orElseThrow(() -> new WpException(400, "rest_term_invalid_id", "Invalid term ID."));
        }
        return queries.findPost(id).orElseThrow(() -> new WpException(400, "rest_post_invalid_id", "Invalid post ID."));
    }

    private static void requireText(String text, String code, String message) {
        if (text == null || text.isBlank()) {
            throw new WpException(400, code, message);
        }
    }

    private static Long parent(WpRequest request) {
        var parent = request.number("parent");
        return parent == null || parent == 0 ? null : parent;
    }

    private static List<String> words(List<String> sent) {
        return sent.stream().filter(word -> !word.isBlank()).toList();
    }

    private static WpException refused(String parameter, String sentence) {
        return WpException.parameter(parameter, new ParameterFault("rest_invalid_param", sentence, null));
    }

    private static RuntimeException refusal(CmsException e) {
        if (e.errors().isEmpty()) {
            return e;
        }
        var error = e.errors().get(0);
        var name = switch (error.field().replaceAll("/.*", "")) {
            case "label" -> "title";
            case "title" -> "attr_title";
            case "rel" -> "xfn";
            case "parentId" -> "parent";
            case "reference" -> "object_id";
            case "" -> "menus";
            default -> error.field().replaceAll("/.*", "");
        };
        return refused(name, error.detail());
    }
}
