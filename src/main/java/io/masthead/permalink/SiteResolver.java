package io.masthead.permalink;

import io.masthead.kernel.Actor;
import io.masthead.permalink.redirect.Redirects;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.PostType;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what stands at a path of the site, for whatever WordPress resolves: permalinks of the current and of former
 * settings, former slugs, the parameters of plain permalinks, parts of archives and posts, and feeds. A redirect that an
 * administrator made comes first. A slash at the end of a path makes no difference, so that front ends without them
 * are not sent in circles.
 */
@ApplicationScoped
public class SiteResolver {

    /** A part of an archive, of a post or of its comments, or a feed. */
    private static final Pattern ENDING =
            Pattern.compile("(?:(.*)/)?(?:page/(\\d{1,9})|comment-page-(\\d{1,9})|feed(?:/([^/]+))?)");

    /** A part of a post between page breaks. */
    private static final Pattern POST_PART = Pattern.compile("(.+)/(\\d{1,9})");

    private static final Pattern SEARCH = Pattern.compile("search/([^/]+)");

    private final PermalinkResolver contents;
    private final PermalinkParameters parameters;
    private final Permalinks permalinks;
    private final Redirects redirects;
    private final SettingService settings;
    private final ReadTags reads;

    SiteResolver(
            PermalinkResolver contents,
            PermalinkParameters parameters,
            Permalinks permalinks,
            Redirects redirects,
            SettingService settings,
            ReadTags reads) {
        this.contents = contents;
        this.parameters = parameters;
        this.permalinks = permalinks;
        this.redirects = redirects;
        this.settings = settings;
        this.reads = reads;
    }

    /** Empty if nothing stands there, or the caller may not see it. */
    public Optional<Resolution> resolve(SitePath asked, Actor actor) {
        // Whatever is written, imported or renamed next may take the path.
        reads.add(Tags.POSTS, Tags.PAGES, Tags.TERMS, Tags.USERS, Tags.MEDIA, Tags.SETTINGS, Tags.REDIRECTS);
        if (!asked.isStorable()) {
            return Optional.empty();
        }
        var moved = redirects.find(asked);
        if (moved.isPresent()) {
            return Optional.of(moved.get());
        }
        var query = asked.parameters();
        var found = asked.path().isEmpty() && PermalinkParameters.isPermalink(query.keySet())
                ? parameters.find(query, end(), actor)
                : atPath(asked.path(), actor);
        return found.map(page -> page.answer(asked, settings.get()));
    }

    private Optional<PageOfContent> atPath(String path, Actor actor) {
        var ending = ENDING.matcher(path);
        if (ending.matches()) {
            var before = ending.group(1) == null ? "" : ending.group(1);
            var found = ending.group(2) != null
                    ? part(before, ending.group(2), ContentPart.ARCHIVE, actor)
                    : ending.group(3) != null
                            ? part(before, ending.group(3), ContentPart.COMMENTS, actor)
                            : feed(before, ending.group(4) == null ? "feed" : ending.group(4), actor);
            if (found.isPresent()) {
                return found;
            }
        }
        return current(path, actor)
                .map(PageOfContent::first)
                .or(() -> postPart(path, actor))
                .or(() -> former(path, actor).map(PageOfContent::first));
    }

    private Optional<PageOfContent> part(String before, String number, ContentPart part, Actor actor) {
        return content(before, actor)
                .filter(part::isOf)
                .map(content -> PageOfContent.part(content, part, Integer.parseInt(number), end()));
    }

    private Optional<PageOfContent> postPart(String path, Actor actor) {
        var part = POST_PART.matcher(path);
        return part.matches()
                ? current(part.group(1), actor)
                        .filter(ContentPart.TEXT::isOf)
                        .map(content ->
                                PageOfContent.part(content, ContentPart.TEXT, Integer.parseInt(part.group(2)), end()))
                : Optional.empty();
    }

    private Optional<PageOfContent> feed(String before, String word, Actor actor) {
        var home = permalinks.plain().home();
        var subject = before.isEmpty() || before.equals("comments")
                ? Optional.of(home + before)
                : content(before, actor).map(ResolvedPermalink::address);
        return FeedFormat.find(word)
                .flatMap(format -> subject.map(
                        url -> PageOfContent.first(new ResolvedPermalink.OfFeed(format.feedOf(url, end())))));
    }

    private Optional<ResolvedPermalink> content(String path, Actor actor) {
        return current(path, actor).or(() -> former(path, actor));
    }

    /** By the settings of the site. */
    private Optional<ResolvedPermalink> current(String path, Actor actor) {
        if (path.isEmpty()) {
            return home(actor);
        }
        var search = SEARCH.matcher(path);
        return search.matches()
                ? Optional.of(new ResolvedPermalink.OfSearch(
                        search.group(1), permalinks.plain().search(search.group(1))))
                : contents.find(path, actor);
    }

    /** By the settings that the site had before. */
    private Optional<ResolvedPermalink> former(String path, Actor actor) {
        return settings.formerAddresses().stream()
                .flatMap(former -> contents.find(path, former.addresses(), actor).stream())
                .findFirst();
    }

    private Optional<ResolvedPermalink> home(Actor actor) {
        var display = settings.get().display();
        return display.frontPage()
                .flatMap(id -> contents.findPost(PostType.PAGE, id, actor))
                .or(() -> Optional.of(
                        new ResolvedPermalink.OfHome(permalinks.plain().home())));
    }

    private String end() {
        return settings.get().addresses().structure().end();
    }
}
