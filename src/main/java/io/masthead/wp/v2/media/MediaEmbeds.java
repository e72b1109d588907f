package io.masthead.wp.v2.media;

import io.masthead.media.MediaService;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Puts the pictures of a whole list into it, by two statements. */
@Singleton
class MediaEmbeds implements EmbedSource {

    private final MediaService media;
    private final MediaShapes shapes;

    MediaEmbeds(MediaService media, MediaShapes shapes) {
        this.media = media;
        this.shapes = shapes;
    }

    /** What is not found is left to the usual way, which knows why. */
    @Override
    public Map<Target, Object> fetch(Set<Target> targets, WpRequest request) {
        var ids = Target.ids(targets, Kind.MEDIA);
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = media.find(ids, request.actor());
        var shown = shapes.embedded(found, request);
        var embedded = new HashMap<Target, Object>();
        for (int i = 0; i < found.size(); i++) {
            embedded.put(Kind.MEDIA.of(found.get(i).media().id()), shown.get(i));
        }
        return embedded;
    }
}
