package io.masthead.permalink;

import io.masthead.kernel.Actor;
import io.masthead.post.PostType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds content by WordPress' query variables, of which plain permalinks are made, such as {@code ?p=12}. */
@ApplicationScoped
public class PermalinkParameters {

    private static final String SEARCH = "s";
    private static final String FEED = "feed";
    /** Before the format of a feed of comments. */
    public static final String COMMENT_FEED = "comments-";

    private static final Set<String> CONTENT = Set.of(
            "p",
            "page_id",
            "attachment_id",
            "name",
            "pagename",
            "cat",
            "category_name",
            "tag",
            "author",
            "author_name",
            "m",
            "year",
            "post_format");

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final PermalinkResolver contents;
    private final Permalinks permalinks;

    PermalinkParameters(PermalinkResolver contents, Permalinks permalinks) {
        this.contents = contents;
        this.permalinks = permalinks;
    }

    /** Whether one of these parameters names content other than the front page of the site. */
    public static boolean isContent(Set<String> names) {
        return names.stream().anyMatch(CONTENT::contains);
    }

    /** Whether one of these parameters names content, a part of it, a search or a feed. */
    public static boolean isPermalink(Set<String> names) {
        return isContent(names)
                || names.contains(SEARCH)
                || names.contains(FEED)
                || Arrays.stream(ContentPart.values())
                        .map(ContentPart::parameter)
                        .anyMatch(names::contains);
    }

    /** The content that these parameters name, first of all by its id. */
    public Optional<ResolvedPermalink> content(Map<String, String> query, Actor actor) {
        return byId(query, "p", PostType.POST, actor)
                .or(() -> byId(query, "page_id", PostType.PAGE, actor))
                .or(() -> id(query, "attachment_id").flatMap(id -> contents.findMedia(id, actor)))
                .or(() -> text(query, "name").flatMap(slug -> contents.findPost(PostType.POST, List.of(slug), actor)))
                .or(() -> text(query, "pagename")
                        .flatMap(path -> contents.findPost(
                                PostType.PAGE,
                                Arrays.asList(SitePath.normalized(path).split("/")),
                                actor)))
                .or(() -> id(query, "cat").flatMap(contents::findCategory))
                .or(() -> text(query, "category_name").flatMap(contents::findCategory))
                .or(() -> text(query, "tag").flatMap(contents::findTag))
                .or(() -> id(query, "author").flatMap(id -> contents.findAuthor(id, actor)))
                .or(() -> text(query, "author_name").flatMap(slug -> contents.findAuthor(slug, actor)))
                .or(() -> text(query, "m").flatMap(contents::findTime))
                .or(() -> date(query).flatMap(contents::findTime))
                .or(() -> text(query, "post_format")
                        .map(word -> word.replaceFirst("^post-format-", ""))
                        .flatMap(contents::findFormat));
    }

    /** As {@link #content}, with the part of it, a feed of it, or a search. */
    Optional<PageOfContent> find(Map<String, String> query, String end, Actor actor) {
        var content = isContent(query.keySet()) ? content(query, actor) : home(query);
        if (query.containsKey(FEED)) {
            return isContent(query.keySet()) && content.isEmpty()
                    ? Optional.empty()
                    : feed(query.get(FEED), content.get(), end);
        }
        return content.map(found -> Arrays.stream(ContentPart.values())
                .filter(part -> part.isOf(found))
                .filter(part ->
                        NUMBER.matcher(query.getOrDefault(part.parameter(), "")).matches())
                .findFirst()
                .map(part -> PageOfContent.part(found, part, Integer.parseInt(query.get(part.parameter())), end))
                .orElseGet(() -> PageOfContent.first(found)));
    }

    private Optional<PageOfContent> feed(String format, ResolvedPermalink subject, String end) {
        var ofComments = format.startsWith(COMMENT_FEED);
        var isSite = subject instanceof ResolvedPermalink.OfHome;
        var url = subject.address() + (ofComments && isSite ? "comments" : "");
        return FeedFormat.find(ofComments ? format.substring(COMMENT_FEED.length()) : format)
                .map(found -> PageOfContent.first(new ResolvedPermalink.OfFeed(found.feedOf(url, end))));
    }

    private Optional<ResolvedPermalink> home(Map<String, String> query) {
        var urls = permalinks.plain();
        return Optional.of(
                query.containsKey(SEARCH)
                        ? new ResolvedPermalink.OfSearch(query.get(SEARCH), urls.search(query.get(SEARCH)))
                        : new ResolvedPermalink.OfHome(urls.home()));
    }

    /** In WordPress, {@code p} and {@code page_id} find content of any type. */
    private Optional<ResolvedPermalink> byId(Map<String, String> query, String name, PostType type, Actor actor) {
        var other = type == PostType.POST ? PostType.PAGE : PostType.POST;
        return id(query, name)
                .flatMap(id -> contents.findPost(type, id, actor)
                        .or(() -> contents.findPost(other, id, actor))
                        .or(() -> contents.findMedia(id, actor)));
    }

    private static Optional<String> date(Map<String, String> query) {
        return text(query, "year")
                .filter(year -> year.matches("\\d{4}"))
                .map(year -> year + twoDigits(query.get("monthnum")) + twoDigits(query.get("day")));
    }

    private static String twoDigits(String number) {
        return number != null && number.matches("\\d{1,2}") ? "%02d".formatted(Integer.valueOf(number)) : "";
    }

    private static Optional<String> text(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<Long> id(Map<String, String> query, String name) {
        return text(query, name).filter(value -> ID.matcher(value).matches()).map(Long::valueOf);
    }
}
