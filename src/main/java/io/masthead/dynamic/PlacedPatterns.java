package io.masthead.dynamic;

import io.masthead.pattern.PatternService;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.text.DynamicBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The synced patterns that some texts show, with those that these show in turn. */
final class PlacedPatterns {

    /** The name of the block that shows a pattern. */
    static final String BLOCK = "block";

    /** One statement each. */
    private static final int MOST_LEVELS = 4;

    /** Further ones show nothing: patterns that show each other several times would grow without end. */
    private static final int MOST_SHOWN = 300;

    private final Map<Long, String> html;
    private final Deque<Long> open = new ArrayDeque<>();
    private int shown;

    private PlacedPatterns(Map<Long, String> html) {
        this.html = html;
    }

    /** Reads the patterns of these blocks, whoever asks. */
    static PlacedPatterns read(Collection<Placed> blocks, PatternService patterns) {
        var html = new HashMap<Long, String>();
        var wanted = new HashSet<Long>();
        blocks.forEach(placed -> wanted.addAll(references(placed.block())));
        for (int level = 0; level < MOST_LEVELS && !wanted.isEmpty(); level++) {
            var found = patterns.html(wanted);
            html.putAll(found);
            wanted.clear();
            found.values().forEach(text -> DynamicBlock.in(text).forEach(block -> wanted.addAll(references(block))));
            wanted.removeAll(html.keySet());
        }
        return new PlacedPatterns(html);
    }

    private static List<Long> references(DynamicBlock block) {
        return block.name().equals(BLOCK) ? block.ids("ref") : List.of();
    }

    /** The blocks of the patterns that these blocks show, as if they stood in the texts. */
    List<Placed> inner(Collection<Placed> blocks) {
        var inner = new ArrayList<Placed>();
        for (var placed : blocks) {
            var seen = new HashSet<Long>();
            var left = new ArrayDeque<>(references(placed.block()));
            while (!left.isEmpty()) {
                var id = left.poll();
                if (seen.add(id)) {
                    for (var block : DynamicBlock.in(html.getOrDefault(id, ""))) {
                        left.addAll(references(block));
                        inner.add(new Placed(placed.postId(), block));
                    }
                }
            }
        }
        return inner;
    }

    /**
     * What a pattern shows in the text of a post.
     *
     * @param others what blocks of other kinds show
     */
    String shown(Placed placed, Map<Placed, String> others) {
        var text = new StringBuilder();
        for (var id : references(placed.block())) {
            // A pattern that shows itself shows nothing there, as in WordPress.
            if (!open.contains(id) && shown < MOST_SHOWN) {
                shown++;
                open.push(id);
                text.append(DynamicBlock.replace(html.getOrDefault(id, ""), block -> {
                    var inner = new Placed(placed.postId(), block);
                    return block.name().equals(BLOCK) ? shown(inner, others) : others.getOrDefault(inner, "");
                }));
                open.pop();
            }
        }
        return text.toString();
    }
}
