package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.media.Media;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Shows the shortcode {@code [gallery]} as WordPress does for themes with HTML5. */
@ApplicationScoped
class Galleries implements BlockSource {

    private static final int COLUMNS = 3;
    private static final int MOST_COLUMNS = 9;

    private final PlacedMedia media;
    private final Permalinks permalinks;

    Galleries(PlacedMedia media, Permalinks permalinks) {
        this.media = media;
        this.permalinks = permalinks;
    }

    @Override
    public Set<String> names() {
        return Set.of("gallery");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var images = media.of(blocks, placed -> "image", actor);
        var links = permalinks.ofMedia(
                images.values().stream().flatMap(List::stream).distinct().toList());
        var shown = new HashMap<Placed, String>();
        for (var placed : blocks) {
            if (!images.get(placed).isEmpty()) {
                shown.put(placed, gallery(placed, images.get(placed), links));
            }
        }
        return shown;
    }

    private static String gallery(Placed placed, List<Media> images, PermalinkBuilder links) {
        var block = placed.block();
        // Galleries of several posts may stand on one page.
        var id = "gallery-%d-%d".formatted(placed.postId(), block.number("n", 1, 1, 999_999));
        var size = block.text("size").matches("[\\w-]{1,60}") ? block.text("size") : "thumbnail";
        var html = new StringBuilder("<div id='%s' class='gallery galleryid-%d gallery-columns-%d gallery-size-%s'>"
                .formatted(id, placed.postId(), block.number("columns", COLUMNS, 1, MOST_COLUMNS), size));
        for (var image : images) {
            item(image, id, size, link(block.text("link"), image, links), html);
        }
        return html.append("\n\t\t</div>\n").toString();
    }

    /** Where a picture leads; empty for nowhere. */
    private static String link(String wanted, Media image, PermalinkBuilder links) {
        return switch (wanted) {
            case "none" -> "";
            case "file" -> image.sourceUrl();
            default -> links.media(image);
        };
    }

    private static void item(Media image, String gallery, String size, String link, StringBuilder html) {
        var caption = caption(image);
        var captionId = gallery + "-" + image.id();
        var tag = ImageTag.of(image, size, caption.isEmpty() ? "" : " aria-describedby=\"%s\"".formatted(captionId));
        var isTall = image.width() != null && image.height() != null && image.height() > image.width();
        html.append("<figure class='gallery-item'>\n\t\t\t<div class='gallery-icon ")
                .append(isTall ? "portrait" : "landscape")
                .append("'>\n\t\t\t\t")
                .append(link.isEmpty() ? tag : "<a href='%s'>%s</a>".formatted(escaped(link), tag))
                .append("\n\t\t\t</div>");
        if (!caption.isEmpty()) {
            html.append("\n\t\t\t\t<figcaption class='wp-caption-text gallery-caption' id='")
                    .append(captionId)
                    .append("'>\n\t\t\t\t")
                    .append(caption)
                    .append("\n\t\t\t\t</figcaption>");
        }
        html.append("</figure>");
    }

    private static String escaped(String url) {
        return Entities.escape(url).replace("'", "&#039;");
    }

    /** The caption as WordPress shows it, without the paragraph around it. */
    private static String caption(Media image) {
        var caption = image.captionRendered().strip();
        var isOne = caption.startsWith("<p>") && caption.indexOf("</p>") == caption.length() - "</p>".length();
        return isOne ? caption.substring("<p>".length(), caption.length() - "</p>".length()) : caption;
    }
}
