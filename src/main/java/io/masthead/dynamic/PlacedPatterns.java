package io.masthead.dynamic;

import io.masthead.pattern.PatternService;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.post.dynamic.DynamicContent;
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

    /** Further ones of a text show nothing: patterns that show each other several times would grow without end. */
    private static final int MOST_SHOWN = 300;

    /** After these characters a text shows no further patterns. */
    private static final int MOST_CHARS = 250_000;

    /** Further ones of a level are not read. */
    private static final int MOST_READ = 5_000;

    private final Map<Long, String> html;
    private final Deque<Long> open = new ArrayDeque<>();
    private final Map<Long, Integer> shown = new HashMap<>();
    private final Map<Long, Integer> chars = new HashMap<>();

    private PlacedPatterns(Map<Long, String> html) {
        this.html = html;
    }

    /** Reads the patterns of these blocks, whoever asks. */
    static PlacedPatterns read(Collection<Placed> blocks, PatternService patterns) {
        var html = new HashMap<Long, String>();
        var wanted = new HashSet<Long>();
        blocks.forEach(placed -> wanted.addAll(references(placed.block())));
        for (int level = 0; level < MOST_LEVELS && !wanted.isEmpty(); level++) {
            var found = patterns.html(wanted.stream().limit(MOST_READ).toList());
            html.putAll(found);
            wanted.clear();
            found.values().forEach(text -> inner(text).forEach(block -> wanted.addAll(references(block))));
            wanted.removeAll(html.keySet());
        }
        return new PlacedPatterns(html);
    }

    private static List<Long> references(DynamicBlock block) {
        return block.name().equals(BLOCK) ? block.ids("ref").stream().limit(1).toList() : List.of();
    }

    private static List<DynamicBlock> inner(String html) {
        return DynamicBlock.in(html).stream().limit(DynamicContent.MOST_BLOCKS).toList();
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
                    for (var block : inner(html.getOrDefault(id, ""))) {
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
            if (!open.contains(id) && isLeft(placed.postId())) {
                open.push(id);
                var own = html.getOrDefault(id, "");
                chars.merge(placed.postId(), own.length(), Integer::sum);
                text.append(DynamicBlock.replace(own, block -> {
                    var inner = new Placed(placed.postId(), block);
                    return block.name().equals(BLOCK) ? shown(inner, others) : others.getOrDefault(inner, "");
                }));
                open.pop();
            }
        }
        return text.toString();
    }

    private boolean isLeft(long postId) {
        return shown.merge(postId, 1, Integer::sum) <= MOST_SHOWN && chars.getOrDefault(postId, 0) < MOST_CHARS;
    }
}
