package io.masthead.permalink;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.Media;
import io.masthead.media.MediaService;
import io.masthead.post.PostFormat;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.search.PostParts;
import io.masthead.post.search.TimeRange;
import io.masthead.setting.AddressSettings;
import io.masthead.setting.PermalinkStructure;
import io.masthead.setting.PermalinkStructure.Tag;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.user.User;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds the content at a URL of the site, the reverse of {@link PermalinkBuilder}. What the caller may not see
 * counts as missing. It opens no transaction itself, so that a failed look-up ends only its own.
 */
@ApplicationScoped
public class PermalinkResolver {

    private static final Set<ErrorCode> ABSENT = EnumSet.of(
            ErrorCode.POST_NOT_FOUND,
            ErrorCode.POST_HIDDEN,
            ErrorCode.TERM_NOT_FOUND,
            ErrorCode.USER_NOT_FOUND,
            ErrorCode.MEDIA_NOT_FOUND,
            ErrorCode.USER_HIDDEN);

    private static final String AUTHOR = "author/";
    private static final String FORMAT = "type/";
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:/(\\d{2})(?:/(\\d{2}))?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");

    private final PostQueries posts;
    private final TermService terms;
    private final UserService users;
    private final MediaService media;
    private final Permalinks permalinks;
    private final SettingService settings;

    PermalinkResolver(
            PostQueries posts,
            TermService terms,
            UserService users,
            MediaService media,
            Permalinks permalinks,
            SettingService settings) {
        this.posts = posts;
        this.terms = terms;
        this.users = users;
        this.media = media;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    /** @param path decoded, without slashes at its ends */
    public Optional<ResolvedPermalink> find(String path, Actor actor) {
        return find(path, settings.get().addresses(), actor);
    }

    /** As {@link #find(String, Actor)}, for a path that was made with these settings, current or former. */
    Optional<ResolvedPermalink> find(String path, AddressSettings site, Actor actor) {
        var structure = site.structure();
        if (structure.isPlain()) {
            return Optional.empty();
        }
        var front = structure.front().substring(1);
        return below(front + structure.archiveBase(), path)
                .flatMap(date -> time(DATE, date))
                .or(() -> below(front + AUTHOR, path).flatMap(slug -> findAuthor(slug, actor)))
                .or(() -> below(site.categoryRoot(), path).flatMap(slugs -> term(TermKind.CATEGORY, slugs)))
                .or(() -> below(site.tagRoot(), path).flatMap(slug -> term(TermKind.TAG, slug)))
                .or(() -> below(front + FORMAT, path).flatMap(this::findFormat))
                .or(() -> content(structure, path, actor));
    }

    Optional<ResolvedPermalink> findPost(PostType type, long id, Actor actor) {
        return post(() -> posts.get(type, id, actor, null));
    }

    Optional<ResolvedPermalink> findTag(String slug) {
        return term(TermKind.TAG, slug);
    }

    Optional<ResolvedPermalink> findAuthor(long id, Actor actor) {
        return author(() -> users.get(id, actor).user());
    }

    Optional<ResolvedPermalink> findAuthor(String slug, Actor actor) {
        return author(() -> users.getBySlug(slug, actor).found().user());
    }

    Optional<ResolvedPermalink> findCategory(long id) {
        return term(() -> terms.get(TermKind.CATEGORY, id));
    }

    /** @param slugs the slug of a category, after those of the categories above it */
    Optional<ResolvedPermalink> findCategory(String slugs) {
        return term(TermKind.CATEGORY, slugs);
    }

    /** @param path the slug of a post, or the slugs of a page from the root of the tree down */
    Optional<ResolvedPermalink> findPost(PostType type, List<String> path, Actor actor) {
        return post(
                () -> posts.getByPath(type, path, actor, null, PostParts.NONE).view());
    }

    Optional<ResolvedPermalink> findMedia(long id, Actor actor) {
        return media(() -> media.get(id, actor).media());
    }

    /** @param word the name of a format in lower case */
    Optional<ResolvedPermalink> findFormat(String word) {
        return Arrays.stream(PostFormat.values())
                .filter(format -> format != PostFormat.STANDARD
                        && format.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(format -> new ResolvedPermalink.OfFormat(
                        format, permalinks.plain().format(format)));
    }

    /** @param digits four for a year, six for a month, eight for a day */
    Optional<ResolvedPermalink> findTime(String digits) {
        return time(DIGITS, digits);
    }

    /** The rest of a path after a prefix, if it has the prefix. */
    private static Optional<String> below(String beginning, String path) {
        return path.startsWith(beginning) && path.length() > beginning.length()
                ? Optional.of(path.substring(beginning.length()))
                : Optional.empty();
    }

    private Optional<ResolvedPermalink> time(Pattern syntax, String text) {
        var date = syntax.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            var month = date.group(2);
            var day = date.group(3);
            var first = LocalDate.of(
                    Integer.parseInt(date.group(1)),
                    month == null ? 1 : Integer.parseInt(month),
                    day == null ? 1 : Integer.parseInt(day));
            var unit = month == null ? ChronoUnit.YEARS : day == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
            return Optional.of(period(first, unit));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ResolvedPermalink period(LocalDate first, ChronoUnit unit) {
        var zone = settings.get().timeZone();
        return new ResolvedPermalink.OfTime(
                first,
                unit,
                new TimeRange(
                        first.atStartOfDay(zone).toInstant(),
                        first.plus(1, unit).atStartOfDay(zone).toInstant()),
                permalinks.plain().archive(first, unit));
    }

    /** What stands at the path now comes before what did so formerly or stands elsewhere. */
    private Optional<ResolvedPermalink> content(PermalinkStructure structure, String path, Actor actor) {
        var post = post(structure, path, actor);
        if (post.filter(found -> isAt(found, path)).isPresent()) {
            return post;
        }
        var page = page(path, actor);
        if (page.filter(found -> isAt(found, path)).isPresent()) {
            return page;
        }
        return post.or(() -> page).or(() -> mediaAt(path, actor));
    }

    /** Whether this is the current path of the content, and not a former one. */
    public boolean isAt(ResolvedPermalink found, String path) {
        return SitePath.ofOwn(found.address(), settings.get()).path().equals(path);
    }

    /** Only the last slug counts; those before it may have changed. */
    private Optional<ResolvedPermalink> term(TermKind kind, String slugs) {
        return term(() -> terms.getBySlug(kind, last(slugs)).found());
    }

    private Optional<ResolvedPermalink> post(PermalinkStructure structure, String path, Actor actor) {
        return structure
                .match("/" + path)
                .flatMap(tags -> tags.containsKey(Tag.POST_ID)
                        ? id(tags.get(Tag.POST_ID)).flatMap(id -> findPost(PostType.POST, id, actor))
                        : findPost(PostType.POST, List.of(tags.get(Tag.POSTNAME)), actor));
    }

    private Optional<ResolvedPermalink> page(String path, Actor actor) {
        return findPost(PostType.PAGE, List.of(path.split("/")), actor);
    }

    private Optional<ResolvedPermalink> post(Supplier<PostView> lookUp) {
        return found(
                lookUp,
                view -> new ResolvedPermalink.OfPost(
                        view, permalinks.ofPosts(List.of(view.post())).post(view.post())));
    }

    private Optional<ResolvedPermalink> term(Supplier<Term> lookUp) {
        return found(
                lookUp,
                term -> new ResolvedPermalink.OfTerm(
                        term, permalinks.ofTerms(List.of(term)).term(term)));
    }

    private Optional<ResolvedPermalink> author(Supplier<User> lookUp) {
        return found(
                lookUp,
                user -> new ResolvedPermalink.OfAuthor(user, permalinks.plain().author(user)));
    }

    /** Media are addressed below their post; other paths that end in their slug are not theirs. */
    private Optional<ResolvedPermalink> mediaAt(String path, Actor actor) {
        return media(() -> media.getBySlug(last(path), actor).found().media())
                .filter(found -> isAt(found, path) || !path.contains("/") || isBeside(found, path));
    }

    /** Whether the current path of the content differs in its last segment only, which is a former slug. */
    private boolean isBeside(ResolvedPermalink found, String path) {
        return parent(SitePath.ofOwn(found.address(), settings.get()).path()).equals(parent(path));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private Optional<ResolvedPermalink> media(Supplier<Media> lookUp) {
        return found(
                lookUp,
                item -> new ResolvedPermalink.OfMedia(
                        item, permalinks.ofMedia(List.of(item)).media(item)));
    }

    private static <T> Optional<ResolvedPermalink> found(Supplier<T> lookUp, Function<T, ResolvedPermalink> resolved) {
        try {
            return Optional.of(resolved.apply(lookUp.get()));
        } catch (CmsException e) {
            if (ABSENT.contains(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<Long> id(String digits) {
        try {
            return Optional.of(Long.valueOf(digits));
        } catch (NumberFormatException e) {
            return Optional.empty(); // more digits than an id has
        }
    }

    private static String last(String slugs) {
        return slugs.substring(slugs.lastIndexOf('/') + 1);
    }
}
