package io.masthead.post.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.text.DynamicBlock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What the dynamic blocks of some texts show that were read together. It is looked up at once for all of them, when
 * the first text with such a block is shown; texts without one cost nothing. Not for several threads.
 */
public final class DynamicContent {

    /** Further blocks of a text show nothing, so that no text makes a response endless. */
    public static final int MOST_BLOCKS = 50;

    /** When the blocks of a text show more characters than these, further ones show nothing. */
    private static final int MOST_CHARS = 500_000;

    private final DynamicBlocks blocks;
    private final Actor actor;
    private final Map<Long, Supplier<String>> texts;
    private Map<DynamicBlocks.Placed, String> shown;

    /** @param texts rendered HTML by the id of the post */
    public DynamicContent(DynamicBlocks blocks, Actor actor, Map<Long, Supplier<String>> texts) {
        this.blocks = blocks;
        this.actor = actor;
        this.texts = texts;
    }

    /**
     * Fills in what the blocks show.
     *
     * @param html of one of the texts, or a part of it
     */
    public String fill(long postId, String html) {
        var left = new AtomicInteger(MOST_CHARS);
        return DynamicBlock.replace(html, block -> {
            var part = shown().getOrDefault(new DynamicBlocks.Placed(postId, block), "");
            if (part.length() > left.get()) {
                return "";
            }
            left.addAndGet(-part.length());
            return part;
        });
    }

    private Map<DynamicBlocks.Placed, String> shown() {
        if (shown == null) {
            var placed = new LinkedHashSet<DynamicBlocks.Placed>();
            texts.forEach((postId, html) -> DynamicBlock.in(html.get()).stream()
                    .limit(MOST_BLOCKS)
                    .forEach(block -> placed.add(new DynamicBlocks.Placed(postId, block))));
            shown = blocks.shown(placed, actor);
        }
        return shown;
    }
}
