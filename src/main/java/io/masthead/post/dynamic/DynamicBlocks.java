package io.masthead.post.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.text.DynamicBlock;
import java.util.Collection;
import java.util.Map;

/** Makes what dynamic blocks show. Blocks show links, which posts do not know, so its home is above posts. */
public interface DynamicBlocks {

    /** A block in the text of a post. */
    record Placed(long postId, DynamicBlock block) {}

    /**
     * Looks up what blocks show.
     *
     * @return clean HTML; blocks that show nothing may be absent
     */
    Map<Placed, String> shown(Collection<Placed> blocks, Actor actor);
}
