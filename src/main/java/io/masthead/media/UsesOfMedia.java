package io.masthead.media;

import io.masthead.kernel.Actor;
import java.util.List;

/** Finds what shows media. Posts depend on media and not the reverse, so {@code post} implements this. */
public interface UsesOfMedia {

    /**
     * Posts and pages with this featured media first, then those whose content names the address; each by id.
     *
     * @param address the path or URL of the file
     */
    List<MediaUse> find(long mediaId, String address, int limit, Actor actor);
}
