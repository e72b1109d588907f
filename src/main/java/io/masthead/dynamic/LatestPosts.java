package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.kernel.PageRequest;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.post.search.AuthorFilter;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.post.search.TermFilter;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.TermKind;
import io.masthead.text.DynamicBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Lists the latest published posts. A few statements for each list that differs from the others. */
@ApplicationScoped
class LatestPosts implements BlockSource {

    /** Further lists of a text that differ from these show nothing. */
    private static final int MOST_LISTS = 5;

    /** A list that shows whole posts ends after these characters. */
    private static final int MOST_CHARS = 200_000;

    /** With their texts, more posts are costly to read. */
    private static final int MOST_WITH_TEXT = 50;

    private static final int DEFAULT = 5;

    /** The most that an editor of WordPress can choose. */
    private static final int MOST = 100;

    private static final int EXCERPT_WORDS = 55;

    private final PostQueries posts;
    private final Permalinks permalinks;
    private final SettingService settings;

    LatestPosts(PostQueries posts, Permalinks permalinks, SettingService settings) {
        this.posts = posts;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    @Override
    public Set<String> names() {
        return Set.of("latest-posts");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var lists = new HashMap<DynamicBlock, String>();
        blocks.stream().map(Placed::block).distinct().limit(MOST_LISTS).forEach(block -> lists.put(block, list(block)));
        var shown = new HashMap<Placed, String>();
        blocks.forEach(placed -> shown.put(placed, lists.getOrDefault(placed.block(), "")));
        return shown;
    }

    private String list(DynamicBlock block) {
        var found = posts.search(query(block), Actor.ANONYMOUS).items();
        if (found.isEmpty()) {
            return "";
        }
        var links = permalinks.ofPosts(found.stream().map(PostView::post).toList());
        var site = settings.get();
        var items = new StringBuilder();
        for (var view : found) {
            if (items.length() < MOST_CHARS) {
                item(block, view, links, site, items);
            }
        }
        return "<ul class=\"%s\">%s</ul>\n".formatted(BlockClasses.of(block, classes(block)), items);
    }

    private static PostQuery query(DynamicBlock block) {
        var filter = PostFilter.of(PostType.POST);
        var categories = block.ids("categories");
        if (!categories.isEmpty()) {
            filter.terms(List.of(TermFilter.ofIds(TermKind.CATEGORY, categories, true, TermFilter.Match.ANY)));
        }
        var author = block.ids("selectedAuthor");
        if (!author.isEmpty()) {
            filter.authors(AuthorFilter.ofIds(author, List.of()));
        }
        var sort = block.text("orderBy").equals("title") ? PostSort.TITLE : PostSort.PUBLISHED;
        var query = new PostQuery(
                filter.build(),
                sort,
                !block.text("order").equals("asc"),
                PageRequest.first(Math.min(
                        block.number("postsToShow", DEFAULT, 1, MOST),
                        block.isOn("displayPostContent") ? MOST_WITH_TEXT : MOST)),
                block.isOn("displayPostContent"));
        return block.isOn("displayFeaturedImage") ? query.withPictures() : query;
    }

    private static String[] classes(DynamicBlock block) {
        var classes = new ArrayList<>(List.of("wp-block-latest-posts__list"));
        if (block.text("postLayout").equals("grid")) {
            classes.add("is-grid");
            classes.add("columns-" + block.number("columns", 3, 1, 12));
        }
        if (block.isOn("displayPostDate")) {
            classes.add("has-dates");
        }
        if (block.isOn("displayAuthor")) {
            classes.add("has-author");
        }
        classes.add("wp-block-latest-posts is-layout-flow wp-block-latest-posts-is-layout-flow");
        return classes.toArray(String[]::new);
    }

    private static void item(
            DynamicBlock block, PostView view, PermalinkBuilder links, SiteSettings site, StringBuilder items) {
        var post = view.post();
        var url = Entities.escape(links.post(post));
        var title = post.titleRendered().isEmpty() ? "(no title)" : post.titleRendered();
        items.append("<li>").append(picture(block, view, url));
        items.append("<a class=\"wp-block-latest-posts__post-title\" href=\"%s\">%s</a>"
                .formatted(url, post.isProtected() ? "Protected: " + title : title));
        if (block.isOn("displayAuthor")) {
            items.append("<div class=\"wp-block-latest-posts__post-author\">by %s</div>"
                    .formatted(Entities.escape(post.author().displayName())));
        }
        if (block.isOn("displayPostDate")) {
            items.append(date(view, site));
        }
        if (block.isOn("displayPostContent") && view.readable()) {
            items.append(text(block, view));
        }
        items.append("</li>\n");
    }

    private static String picture(DynamicBlock block, PostView view, String url) {
        var picture = view.picture();
        if (!block.isOn("displayFeaturedImage") || picture == null || !ImageTag.fits(picture)) {
            return "";
        }
        var size = block.text("featuredImageSizeSlug");
        var image = ImageTag.of(picture, size.matches("[\\w-]{1,60}") ? size : "thumbnail", "");
        var align = block.text("featuredImageAlign");
        return "<div class=\"wp-block-latest-posts__featured-image%s\">%s</div>"
                .formatted(
                        align.matches("left|right|center") ? " align" + align : "",
                        block.isOn("addLinkToFeaturedImage") ? "<a href=\"%s\">%s</a>".formatted(url, image) : image);
    }

    private static String date(PostView view, SiteSettings site) {
        var post = view.post();
        var time = post.sortAt().atZone(site.timeZone());
        var local = post.shownDate() == null ? time.toLocalDateTime() : post.shownDate();
        return "<time datetime=\"%s\" class=\"wp-block-latest-posts__post-date\">%s</time>"
                .formatted(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(Locale.forLanguageTag(site.language()))
                                .format(local));
    }

    private static String text(DynamicBlock block, PostView view) {
        if (block.text("displayPostContentRadio").equals("full_post")) {
            return "<div class=\"wp-block-latest-posts__post-full-content\">%s</div>".formatted(view.staticHtml());
        }
        var words = view.excerpt().split("\\s+");
        var most = block.number("excerptLength", EXCERPT_WORDS, 1, MOST);
        var excerpt = words.length > most ? String.join(" ", List.of(words).subList(0, most)) + "…" : view.excerpt();
        return "<div class=\"wp-block-latest-posts__post-excerpt\">%s</div>".formatted(Entities.escape(excerpt));
    }
}
