package io.masthead.imports.item;

import io.masthead.text.EmbeddedPlayers;
import io.masthead.text.wordpress.HiddenBlocks;
import io.masthead.text.wordpress.UnknownShortcodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says what of a text is shown in another way than by the exported site. */
final class TextWarnings {

    private static final int MAX_NAMED = 10;

    private TextWarnings() {}

    /** For a text as the export has it, not filtered yet. */
    static List<String> of(String source) {
        var warnings = new ArrayList<String>();
        var links = EmbeddedPlayers.hostsOfLinks(source);
        if (!links.isEmpty()) {
            warnings.add("%d embeds became links, since their sites are not allowed in frames: %s."
                    .formatted(
                            links.values().stream().mapToInt(Integer::intValue).sum(), named(links.keySet())));
        }
        var shortcodes = UnknownShortcodes.names(source);
        if (!shortcodes.isEmpty()) {
            warnings.add("Shortcodes of plugins stay as they were written: %s.".formatted(named(shortcodes)));
        }
        var blocks = HiddenBlocks.names(source);
        if (!blocks.isEmpty()) {
            warnings.add("Blocks that show nothing here: %s.".formatted(named(blocks)));
        }
        return warnings;
    }

    private static String named(Collection<String> names) {
        return names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : "");
    }
}
