package io.masthead.media.usage;

import io.masthead.kernel.Actor;
import java.util.List;

/** Finds the posts that show media. Posts depend on media and not the reverse, so {@code post} implements this. */
public interface MediaUsageSource {

    /**
     * Posts and pages with this featured media, each by id.
     *
     * @param limit the maximum number
     */
    List<MediaUsage> featuring(long mediaId, int limit, Actor actor);

    /**
     * Other posts and pages whose content names the file, each once, by id. Reads all contents.
     *
     * @param references parts of the paths or URLs of the file, of which contents have at least one
     * @param limit the maximum number
     */
    List<MediaUsage> naming(List<String> references, long mediaId, int limit, Actor actor);
}
