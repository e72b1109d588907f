package io.masthead.wp.v2.menu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.menu.MenuItemKind;
import io.masthead.menu.MenuNode;
import io.masthead.wp.rest.Escapes;
import java.util.LinkedHashMap;
import java.util.List;

/** The items of a menu as WordPress' block of a navigation has them: as blocks, and as the HTML that those make. */
final class NavigationMarkup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NavigationMarkup() {}

    static String blocks(List<MenuNode> items) {
        var text = new StringBuilder();
        items.forEach(item -> block(item, text));
        return text.toString();
    }

    private static void block(MenuNode node, StringBuilder text) {
        var attributes = attributes(node);
        if (node.items().isEmpty()) {
            text.append("<!-- wp:navigation-link ").append(attributes).append(" /-->");
            return;
        }
        text.append("<!-- wp:navigation-submenu ").append(attributes).append(" -->");
        node.items().forEach(item -> block(item, text));
        text.append("<!-- /wp:navigation-submenu -->");
    }

    private static String attributes(MenuNode node) {
        var item = node.item();
        var values = new LinkedHashMap<String, Object>();
        values.put("label", node.label());
        if (item.kind() == MenuItemKind.LINK) {
            values.put("kind", "custom");
        } else {
            values.put("type", item.kind() == MenuItemKind.TAG ? "tag" : MenuItemShape.object(item.kind()));
            values.put("id", MenuItemShape.objectId(item));
            values.put("kind", item.kind().postType().isPresent() ? "post-type" : "taxonomy");
        }
        values.put("url", MenuItemShape.url(node));
        if (item.target().equals("_blank")) {
            values.put("opensInNewTab", true);
        }
        if (!item.description().isEmpty()) {
            values.put("description", item.description());
        }
        if (!item.rel().isEmpty()) {
            values.put("rel", String.join(" ", item.rel()));
        }
        if (!item.title().isEmpty()) {
            values.put("title", item.title());
        }
        if (!item.classes().isEmpty()) {
            values.put("className", String.join(" ", item.classes()));
        }
        try {
            // As WordPress writes attributes, so that none can end the comment.
            return JSON.writeValueAsString(values)
                    .replace("--", "\\u002d\\u002d")
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The items of a list, without the list itself. */
    static String html(List<MenuNode> items) {
        var html = new StringBuilder();
        items.forEach(item -> html(item, html));
        return html.toString();
    }

    private static void html(MenuNode node, StringBuilder html) {
        var item = node.item();
        var parent = !node.items().isEmpty();
        html.append("<li class=\"wp-block-navigation-item ")
                .append(parent ? "has-child wp-block-navigation-submenu" : "wp-block-navigation-link");
        item.classes().forEach(name -> html.append(' ').append(Escapes.html(name)));
        html.append("\"><a class=\"wp-block-navigation-item__content\" href=\"")
                .append(Escapes.html(MenuItemShape.url(node)))
                .append('"');
        attribute("target", item.target(), html);
        attribute("rel", String.join(" ", item.rel()), html);
        attribute("title", item.title(), html);
        html.append("><span class=\"wp-block-navigation-item__label\">")
                .append(Escapes.html(node.label()))
                .append("</span>");
        if (!item.description().isEmpty()) {
            html.append("<span class=\"wp-block-navigation-item__description\">")
                    .append(Escapes.html(item.description()))
                    .append("</span>");
        }
        html.append("</a>");
        if (parent) {
            html.append("<ul class=\"wp-block-navigation__submenu-container wp-block-navigation-submenu\">");
            node.items().forEach(below -> html(below, html));
            html.append("</ul>");
        }
        html.append("</li>");
    }

    private static void attribute(String name, String value, StringBuilder html) {
        if (!value.isEmpty()) {
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Escapes.html(value))
                    .append('"');
        }
    }
}
