package io.masthead.dynamic;

import io.masthead.text.DynamicBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** The classes of the outer element of a block, with those that its author chose. */
final class BlockClasses {

    private static final Pattern CHOSEN = Pattern.compile("[\\w -]{1,200}");

    private BlockClasses() {}

    /** @param own from the first to the last; those that the author chose come before the last one */
    static String of(DynamicBlock block, String... own) {
        var classes = new ArrayList<>(List.of(own));
        int last = classes.size() - 1;
        var align = block.text("align");
        if (align.matches("[a-z]{1,10}")) {
            classes.add(last++, "align" + align);
        }
        var chosen = block.text("className");
        if (CHOSEN.matcher(chosen).matches()) {
            classes.add(last, chosen.strip());
        }
        return Entities.escape(String.join(" ", classes));
    }
}
