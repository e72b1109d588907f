package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes what blocks of some kinds show. */
interface BlockSource {

    /** The names of the blocks. */
    Set<String> names();

    /**
     * Clean HTML of each; those that show nothing may be absent. The number of statements does not depend on the
     * number of blocks, or is bounded.
     */
    Map<Placed, String> shown(List<Placed> blocks, Actor actor);
}
