package io.masthead.text.wordpress;

import java.util.Set;

/** Dynamic blocks that nothing here renders. */
public final class HiddenBlocks {

    private HiddenBlocks() {}

    /** The names of those in a text, in order; WordPress' own without {@code core/}. */
    public static Set<String> names(String source) {
        return WordPressBlocks.areIn(source) ? WordPressBlocks.hidden(source) : Set.of();
    }
}
