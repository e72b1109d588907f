package io.masthead.wp.v2.media;

import io.masthead.media.MediaService;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts the pictures of a whole list into it, by two statements. */
@Singleton
class MediaEmbeds implements EmbedSource {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final MediaService media;
    private final MediaShapes shapes;

    MediaEmbeds(MediaService media, MediaShapes shapes) {
        this.media = media;
        this.shapes = shapes;
    }

    /** What is not found is left to the usual way, which knows why. */
    @Override
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var root = request.url("wp/v2/media/");
        var ids = hrefs.stream()
                .filter(href -> href.startsWith(root))
                .map(href -> href.substring(root.length()))
                .filter(id -> ID.matcher(id).matches())
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = media.find(ids, request.actor());
        var shown = shapes.embedded(found, request);
        var embedded = new HashMap<String, Object>();
        for (int i = 0; i < found.size(); i++) {
            embedded.put(root + found.get(i).media().id(), shown.get(i));
        }
        return embedded;
    }
}
