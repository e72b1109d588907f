package io.masthead.permalink;

import io.masthead.media.Media;
import io.masthead.post.Post;
import io.masthead.post.PostFormat;
import io.masthead.post.PostType;
import io.masthead.setting.AddressSettings;
import io.masthead.setting.PermalinkStructure;
import io.masthead.setting.PermalinkStructure.Tag;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermSummary;
import io.masthead.text.Slugs;
import io.masthead.user.User;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the URLs of objects that {@link Permalinks} has looked up, absolute and encoded, as WordPress does,
 * without further queries.
 */
public final class PermalinkBuilder {

    private static final String POST_NAME = "%postname%";
    private static final String PAGE_NAME = "%pagename%";

    private final SiteSettings site;
    private final AddressSettings addresses;
    private final PermalinkStructure structure;
    private final Map<Long, PermalinkSource> parents;
    private final Map<Long, PathSegment> pages;
    private final Map<Long, Long> filed;
    private final Map<Long, PathSegment> categories;

    /**
     * @param parents the posts of media and comments
     * @param filed the category that the URL of a post contains
     */
    PermalinkBuilder(
            SiteSettings site,
            Map<Long, PermalinkSource> parents,
            Map<Long, PathSegment> pages,
            Map<Long, Long> filed,
            Map<Long, PathSegment> categories) {
        this(site, site.addresses(), parents, pages, filed, categories);
    }

    private PermalinkBuilder(
            SiteSettings site,
            AddressSettings addresses,
            Map<Long, PermalinkSource> parents,
            Map<Long, PathSegment> pages,
            Map<Long, Long> filed,
            Map<Long, PathSegment> categories) {
        this.site = site;
        this.addresses = addresses;
        this.structure = addresses.structure();
        this.parents = parents;
        this.pages = pages;
        this.filed = filed;
        this.categories = categories;
    }

    /** For the same objects, by other settings; {@link Permalinks#ofSourcesBy} looks up what these need. */
    public PermalinkBuilder by(AddressSettings other) {
        return new PermalinkBuilder(site, other, parents, pages, filed, categories);
    }

    /** The path of a URL that this builds, with its query and fragment. */
    public static String path(String url) {
        return url.substring(url.indexOf('/', url.indexOf("://") + 3));
    }

    /** The front page of the site, with a slash at the end. */
    public String home() {
        return site.url() + "/";
    }

    public String post(Post post) {
        return post(PermalinkSource.of(post));
    }

    public String post(PermalinkSource post) {
        if (isFront(post)) {
            return home();
        }
        return structure.isPlain() || !post.hasAddress() ? byId(post) : pretty(post, Slugs.encoded(post.slug()));
    }

    /** The URL of a post or page with a placeholder for its slug, for editors. */
    public String template(Post post) {
        var place = PermalinkSource.of(post);
        if (isFront(place)) {
            return home();
        }
        if (structure.isPlain() || (post.type() == PostType.POST && post.isTrashed())) {
            return byId(place);
        }
        return pretty(place, post.type() == PostType.POST ? POST_NAME : PAGE_NAME);
    }

    /**
     * The GUID of a post, which feed readers and WordPress clients expect to be a URL: the imported one, or
     * else the URL by id.
     */
    public String guid(Post post) {
        return post.hasOwnGuid() ? byId(PermalinkSource.of(post)) : post.guid();
    }

    public String comment(Post post, long commentId) {
        return comment(PermalinkSource.of(post), commentId);
    }

    public String comment(PermalinkSource post, long commentId) {
        return withComment(post(post), commentId);
    }

    private String withComment(String link, long commentId) {
        var end = link.endsWith("/") ? "" : structure.end();
        return link + end + "#comment-" + commentId;
    }

    /** A comment on one of the posts that {@link Permalinks#ofCommented} was called with. */
    public String comment(long postId, long commentId) {
        return withComment(commented(postId), commentId);
    }

    /** One of the posts that {@link Permalinks#ofCommented} was called with; by id if it was deleted meanwhile. */
    public String commented(long postId) {
        var post = parents.get(postId);
        return post == null ? home() + "?p=" + postId : post(post);
    }

    /** A media item has a page of its own, below its post. */
    public String media(Media media) {
        return media(media.id(), media.slug(), media.postId());
    }

    /** @param postId null for none */
    public String media(long id, String name, Long postId) {
        if (structure.isPlain() || name == null) {
            return byMediaId(id);
        }
        var parent = postId == null ? null : parents.get(postId);
        var slug = Slugs.encoded(name);
        if (parent == null) {
            return home() + slug + structure.end();
        }
        var link = post(parent);
        return link.contains("?") ? byMediaId(id) : slashed(link) + slug + structure.end();
    }

    /** The type of the post that a media item belongs to; empty if there is none. */
    public Optional<PostType> typeOfParent(Media media) {
        return Optional.ofNullable(media.postId()).map(parents::get).map(PermalinkSource::type);
    }

    /** The URL of a media item with a placeholder for its slug, if it belongs to a post. */
    public String template(Media media) {
        var parent = media.postId() == null ? null : parents.get(media.postId());
        var link = parent == null || structure.isPlain() ? "?" : post(parent);
        return link.contains("?") ? byMediaId(media.id()) : slashed(link) + POST_NAME + structure.end();
    }

    public String term(Term term) {
        return term(TermSummary.of(term));
    }

    public String term(TermSummary term) {
        var slug = Slugs.encoded(term.slug());
        var tag = term.kind() == TermKind.TAG;
        if (structure.isPlain()) {
            return home() + (tag ? "?tag=" + slug : "?cat=" + term.id());
        }
        return home()
                + (tag ? addresses.tagRoot() : addresses.categoryRoot() + PathSegment.path(term.parentId(), categories))
                + slug
                + structure.end();
    }

    public String author(User author) {
        return author(author.id(), author.slug());
    }

    public String author(long id, String slug) {
        return structure.isPlain()
                ? home() + "?author=" + id
                : front() + "author/" + Slugs.encoded(slug) + structure.end();
    }

    /** The posts that contain these words. */
    public String search(String words) {
        return home() + "?s=" + Slugs.encoded(words);
    }

    /** The posts of one format. */
    public String format(PostFormat format) {
        var word = format.name().toLowerCase(Locale.ROOT);
        return structure.isPlain() ? home() + "?post_format=" + word : front() + "type/" + word + structure.end();
    }

    public String year(int year) {
        return archive(padded(year, 4));
    }

    public String month(YearMonth month) {
        return archive(padded(month.getYear(), 4) + "/" + padded(month.getMonthValue(), 2));
    }

    public String day(LocalDate day) {
        return archive(
                padded(day.getYear(), 4) + "/" + padded(day.getMonthValue(), 2) + "/" + padded(day.getDayOfMonth(), 2));
    }

    /**
     * @param first the first day
     * @param unit a day, a month or a year
     */
    String archive(LocalDate first, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> year(first.getYear());
            case MONTHS -> month(YearMonth.from(first));
            default -> day(first);
        };
    }

    private boolean isFront(PermalinkSource post) {
        return post.type() == PostType.PAGE && site.display().isFrontPage(post.id());
    }

    private String byId(PermalinkSource post) {
        return home() + (post.type() == PostType.PAGE ? "?page_id=" : "?p=") + post.id();
    }

    private String byMediaId(long id) {
        return home() + "?attachment_id=" + id;
    }

    /** @param name the encoded slug, or a placeholder */
    private String pretty(PermalinkSource post, String name) {
        if (post.type() == PostType.PAGE) {
            return home() + PathSegment.path(post.parentId(), pages) + name + structure.end();
        }
        var date = post.dated(site.timeZone());
        return site.url() + structure.fill(tag -> value(tag, post, name, date));
    }

    private String value(Tag tag, PermalinkSource post, String name, ZonedDateTime date) {
        return switch (tag) {
            case YEAR -> padded(date.getYear(), 4);
            case MONTHNUM -> padded(date.getMonthValue(), 2);
            case DAY -> padded(date.getDayOfMonth(), 2);
            case HOUR -> padded(date.getHour(), 2);
            case MINUTE -> padded(date.getMinute(), 2);
            case SECOND -> padded(date.getSecond(), 2);
            case POST_ID -> Long.toString(post.id());
            case POSTNAME -> name;
            case CATEGORY -> category(post.id());
            case AUTHOR -> Slugs.encoded(post.authorSlug());
        };
    }

    /** As {@code %0Nd} does; a formatter took 3 % of the CPU of a list with comments. */
    private static String padded(int value, int digits) {
        var text = Integer.toString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private String category(long postId) {
        var path = PathSegment.path(filed.getOrDefault(postId, site.defaultCategoryId()), categories);
        return path.isEmpty() ? path : path.substring(0, path.length() - 1);
    }

    private String archive(String path) {
        return structure.isPlain()
                ? home() + "?m=" + path.replace("/", "")
                : front() + structure.archiveBase() + path + structure.end();
    }

    private String front() {
        return site.url() + structure.front();
    }

    private static String slashed(String link) {
        return link.endsWith("/") ? link : link + "/";
    }
}
