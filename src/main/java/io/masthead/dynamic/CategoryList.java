package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Offset;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSort;
import io.masthead.text.DynamicBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Lists categories or tags by name. At most two statements for all lists, and those of URLs. */
@ApplicationScoped
class CategoryList implements BlockSource {

    /** Further ones are not listed. */
    private static final int MOST = 500;

    private static final long ROOT = 0;

    private final TermService terms;
    private final Permalinks permalinks;

    CategoryList(TermService terms, Permalinks permalinks) {
        this.terms = terms;
        this.permalinks = permalinks;
    }

    @Override
    public Set<String> names() {
        return Set.of("categories");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var listed = new HashMap<TermKind, List<Term>>();
        var links = new HashMap<TermKind, PermalinkBuilder>();
        var shown = new HashMap<Placed, String>();
        for (var placed : blocks) {
            var kind = kind(placed.block());
            if (kind != null) {
                var all = listed.computeIfAbsent(kind, this::all);
                var urls = links.computeIfAbsent(kind, of -> permalinks.ofTerms(all));
                shown.put(placed, list(placed.block(), kind, all, urls));
            }
        }
        return shown;
    }

    /** Null for a taxonomy that is not here. */
    private static TermKind kind(DynamicBlock block) {
        return switch (block.text("taxonomy")) {
            case "", "category" -> TermKind.CATEGORY;
            case "post_tag" -> TermKind.TAG;
            default -> null;
        };
    }

    private List<Term> all(TermKind kind) {
        var query = new TermQuery(TermFilter.of(kind).build(), TermSort.NAME, false, new Offset(0, MOST, false));
        return terms.search(query, Actor.ANONYMOUS).items();
    }

    private static String list(DynamicBlock block, TermKind kind, List<Term> all, PermalinkBuilder links) {
        var used = block.isOn("showEmpty")
                ? all
                : all.stream().filter(term -> term.publishedCount() > 0).toList();
        var isTree = block.isOn("showHierarchy");
        var below = below(used, isTree);
        var items = new StringBuilder();
        for (var term : used) {
            var isTop = term.parentId() == null || (isTree && !isIn(used, term.parentId()));
            if (isTree ? isTop : isTop || !block.isOn("showOnlyTopLevel")) {
                item(block, term, below, links, new HashSet<>(), items);
            }
        }
        var name = kind == TermKind.CATEGORY ? "category" : "post_tag";
        return "<ul class=\"%s\">%s</ul>"
                .formatted(
                        BlockClasses.of(
                                block,
                                "wp-block-categories-list",
                                "wp-block-categories-taxonomy-" + name,
                                "wp-block-categories"),
                        items.isEmpty() ? "<li class=\"cat-item-none\">No categories</li>" : items);
    }

    private static boolean isIn(List<Term> used, Long id) {
        return used.stream().anyMatch(term -> term.id().equals(id));
    }

    private static Map<Long, List<Term>> below(List<Term> used, boolean isTree) {
        return isTree
                ? used.stream().collect(Collectors.groupingBy(term -> term.parentId() == null ? ROOT : term.parentId()))
                : Map.of();
    }

    /** @param above the terms above this one, since two changes at once could close a circle */
    private static void item(
            DynamicBlock block,
            Term term,
            Map<Long, List<Term>> below,
            PermalinkBuilder links,
            Set<Long> above,
            StringBuilder items) {
        items.append("\t<li class=\"cat-item cat-item-%d\"><a href=\"%s\">%s</a>%s\n"
                .formatted(
                        term.id(),
                        Entities.escape(links.term(term)),
                        Entities.escape(term.name()),
                        block.isOn("showPostCounts") ? " (" + term.publishedCount() + ")" : ""));
        var children = below.getOrDefault(term.id(), List.of());
        if (!children.isEmpty() && above.add(term.id()) && !block.isOn("showOnlyTopLevel")) {
            items.append("<ul class='children'>\n");
            children.forEach(child -> item(block, child, below, links, above, items));
            items.append("</ul>\n");
        }
        items.append("</li>\n");
    }
}
