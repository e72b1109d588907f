package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.pattern.PatternService;
import io.masthead.post.dynamic.DynamicBlocks;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Asks the source of each kind of blocks once for all blocks of its kind, those within patterns included. */
@ApplicationScoped
class DynamicBlockRenderer implements DynamicBlocks {

    private final List<BlockSource> sources;
    private final PatternService patterns;

    DynamicBlockRenderer(@All List<BlockSource> sources, PatternService patterns) {
        this.sources = sources;
        this.patterns = patterns;
    }

    @Override
    @Transactional
    public Map<Placed, String> shown(Collection<Placed> blocks, Actor actor) {
        var placedPatterns = PlacedPatterns.read(blocks, patterns);
        var all = new LinkedHashSet<>(blocks);
        all.addAll(placedPatterns.inner(blocks));
        var shown = new HashMap<Placed, String>();
        for (var source : sources) {
            var own = all.stream()
                    .filter(placed -> source.names().contains(placed.block().name()))
                    .toList();
            if (!own.isEmpty()) {
                shown.putAll(source.shown(own, actor));
            }
        }
        var texts = new HashMap<Placed, String>();
        for (var placed : blocks) {
            if (placed.block().name().equals(PlacedPatterns.BLOCK)) {
                texts.put(placed, placedPatterns.shown(placed, shown));
            }
        }
        shown.putAll(texts);
        return shown;
    }
}
