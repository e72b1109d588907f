package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.media.Media;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Shows the shortcode {@code [playlist]} as a list of players. WordPress writes one player and a script that fills it,
 * which no front end without WordPress' scripts can show.
 */
@ApplicationScoped
class Playlists implements BlockSource {

    private final PlacedMedia media;

    Playlists(PlacedMedia media) {
        this.media = media;
    }

    @Override
    public Set<String> names() {
        return Set.of("playlist");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var shown = new HashMap<Placed, String>();
        media.of(blocks, Playlists::family, actor).forEach((placed, files) -> {
            if (!files.isEmpty()) {
                shown.put(placed, playlist(family(placed), files));
            }
        });
        return shown;
    }

    private static String family(Placed placed) {
        return placed.block().text("type").equals("video") ? "video" : "audio";
    }

    private static String playlist(String family, List<Media> files) {
        var html = new StringBuilder(
                "<div class=\"wp-playlist wp-%s-playlist wp-playlist-light\">\n<ol>\n".formatted(family));
        for (var file : files) {
            var url = Entities.escape(file.sourceUrl());
            html.append(
                    "<li><a href=\"%1$s\">%2$s</a><%3$s controls=\"controls\" preload=\"none\" src=\"%1$s\"></%3$s></li>\n"
                            .formatted(url, file.titleRendered(), family));
        }
        return html.append("</ol>\n</div>\n").toString();
    }
}
