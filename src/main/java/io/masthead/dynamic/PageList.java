package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Offset;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Lists published pages as a tree, by their order and title. One statement, and those of URLs. */
@ApplicationScoped
class PageList implements BlockSource {

    /** Further ones are not listed. */
    private static final int MOST = 500;

    private static final long ROOT = 0;

    private final PostQueries posts;
    private final Permalinks permalinks;

    PageList(PostQueries posts, Permalinks permalinks) {
        this.posts = posts;
        this.permalinks = permalinks;
    }

    @Override
    public Set<String> names() {
        return Set.of("page-list");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var query = new PostQuery(
                PostFilter.of(PostType.PAGE).build(), PostSort.TITLE, false, new Offset(0, MOST, false), false);
        var pages = posts.search(query, Actor.ANONYMOUS).items().stream()
                .map(PostView::post)
                .sorted(Comparator.comparingInt(Post::menuOrder))
                .toList();
        var here = pages.stream().map(Post::id).collect(Collectors.toSet());
        // WordPress lists a page whose parent is hidden at the root.
        var below = pages.stream()
                .collect(Collectors.groupingBy(
                        page -> page.parentId() == null || !here.contains(page.parentId()) ? ROOT : page.parentId()));
        var links = permalinks.ofPosts(pages);
        var shown = new HashMap<Placed, String>();
        for (var placed : blocks) {
            var block = placed.block();
            var top = block.ids("parentPageID").stream().findFirst().orElse(ROOT);
            var items = new StringBuilder();
            below.getOrDefault(top, List.of()).forEach(page -> item(page, "", below, links, new HashSet<>(), items));
            if (!items.isEmpty()) {
                shown.put(
                        placed,
                        "<ul class=\"%s\">%s</ul>".formatted(BlockClasses.of(block, "wp-block-page-list"), items));
            }
        }
        return shown;
    }

    /**
     * @param end of its classes; a blank below the root, as in WordPress
     * @param above the pages above this one, since two changes at once could close a circle
     */
    private static void item(
            Post page,
            String end,
            Map<Long, List<Post>> below,
            PermalinkBuilder links,
            Set<Long> above,
            StringBuilder items) {
        var children = above.add(page.id()) ? below.getOrDefault(page.id(), List.of()) : List.<Post>of();
        items.append(
                "<li class=\"wp-block-pages-list__item%s%s\"><a class=\"wp-block-pages-list__item__link\" href=\"%s\">%s</a>"
                        .formatted(
                                children.isEmpty() ? "" : " has-child",
                                end,
                                Entities.escape(links.post(page)),
                                page.titleRendered()));
        if (!children.isEmpty()) {
            items.append("<ul class=\"wp-block-navigation__submenu-container\">");
            children.forEach(child -> item(child, " ", below, links, above, items));
            items.append("</ul>");
        }
        items.append("</li>");
    }
}
