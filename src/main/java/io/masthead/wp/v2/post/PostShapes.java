package io.masthead.wp.v2.post;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.post.PostQueries;
import io.masthead.post.PostStatus;
import io.masthead.post.PostView;
import io.masthead.post.search.TrashedSlug;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermSummary;
import io.masthead.text.ContentFormat;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Shows posts and pages, many at once so that they share what has to be looked up. */
@Singleton
public final class PostShapes {

    /** The address of the featured image, as the plug-in Jetpack names it. */
    private static final String PICTURE = "jetpack_featured_media_url";

    /** What search engines are told, as the plug-in Yoast SEO names it. */
    private static final String HEAD = "yoast_head_json";

    private final PostQueries posts;
    private final Permalinks permalinks;
    private final SettingService settings;
    private final PostLinks links;

    PostShapes(PostQueries posts, Permalinks permalinks, SettingService settings, PostLinks links) {
        this.posts = posts;
        this.permalinks = permalinks;
        this.settings = settings;
        this.links = links;
    }

    /** In the context that the request names. */
    List<Map<String, Object>> of(PostKind kind, List<PostView> views, WpRequest request) {
        return of(kind, views, request, request.context());
    }

    List<Map<String, Object>> of(PostKind kind, List<PostView> views, WpRequest request, String context) {
        ShownPosts.add(views, request);
        var shared = shared(kind, views, context, request);
        return withPictures(views, context, request).stream()
                .map(view -> show(view, new Resource(kind.schema(), request, context), shared, true))
                .toList();
    }

    /** The one that was asked for, whose excerpt is as long as it was asked to be. */
    Map<String, Object> one(PostKind kind, PostView view, WpRequest request) {
        ShownPosts.add(List.of(view), request);
        var context = request.context();
        var asked = request.number("excerpt_length");
        var shared = shared(kind, List.of(view), context, request);
        return show(
                withPictures(List.of(view), context, request).get(0),
                new Resource(kind.schema(), request, context),
                asked == null ? shared : shared.withExcerptsOf((int) Math.min(asked, Integer.MAX_VALUE)),
                true);
    }

    /** Whether an answer shows something of featured images. */
    static boolean showsPictures(String context, WpRequest request) {
        return !context.equals("embed") && (request.includesField(PICTURE) || request.includesField(HEAD));
    }

    private List<PostView> withPictures(List<PostView> views, String context, WpRequest request) {
        var isMissing =
                views.stream().anyMatch(view -> view.post().featuredMediaId() != null && view.picture() == null);
        return isMissing && showsPictures(context, request) ? posts.withPictures(views, request.actor()) : views;
    }

    /** What a deleted post was, which leads nowhere any more. */
    Map<String, Object> former(PostKind kind, PostView view, WpRequest request) {
        return show(
                view,
                new Resource(kind.schema(), request, "edit"),
                shared(kind, List.of(view), "edit", request),
                false);
    }

    /** As other things show them in themselves. */
    List<Map<String, Object>> embedded(PostKind kind, List<PostView> views, WpRequest request) {
        var shared = shared(kind, views, "embed", request).withoutPassword();
        return views.stream()
                .map(view -> show(view, Resource.embedded(kind.schema()), shared, true))
                .toList();
    }

    /** Where readers find a post. */
    String link(PostView view) {
        return permalinks.ofPosts(List.of(view.post())).post(view.post());
    }

    /**
     * What the posts of one answer have in common.
     *
     * @param password the one that was sent for what is shown; null for none
     * @param excerptWords how many words an excerpt has that nobody wrote; null for the usual number
     */
    private record Shared(
            PostKind kind,
            PermalinkBuilder addresses,
            Map<Long, String> generated,
            ZoneId zone,
            WpRequest request,
            String password,
            Integer excerptWords) {

        private Shared withExcerptsOf(int words) {
            return new Shared(kind, addresses, generated, zone, request, password, words);
        }

        /** What is embedded was not asked for by its password. */
        private Shared withoutPassword() {
            return new Shared(kind, addresses, generated, zone, request, null, excerptWords);
        }
    }

    private Shared shared(PostKind kind, List<PostView> views, String context, WpRequest request) {
        var all = views.stream().map(PostView::post).toList();
        return new Shared(
                kind,
                permalinks.ofPosts(all),
                context.equals("edit") && request.includesField("generated_slug") ? posts.slugProposals(all) : Map.of(),
                settings.get().timeZone(),
                request,
                WpRequest.Option.PASSWORD.of(request) instanceof String text ? text : null,
                null);
    }

    private Map<String, Object> show(PostView view, Resource resource, Shared shared, boolean linked) {
        var post = view.post();
        var kind = shared.kind();
        var context = resource.context();
        var readable =
                !post.isProtected() || post.unlocks(shared.password()) || (context.equals("edit") && view.editable());
        resource.put("id", post::id);
        showTimes(post, resource, shared);
        resource.put("password", () -> post.password() == null ? "" : post.password())
                .put("slug", () -> slug(post))
                .put("status", () -> PostWords.of(post.status()))
                .put("type", kind::word)
                .put("link", () -> shared.addresses().post(post));
        showTexts(view, readable, resource, shared);
        resource.put("author", () -> post.author().id()).put("featured_media", () -> orNone(post.featuredMediaId()));
        if (!kind.isPosts()) {
            resource.put("parent", () -> orNone(post.parentId())).put("menu_order", post::menuOrder);
        }
        resource.put("comment_status", () -> PostWords.openOrClosed(post.hasCommentsOpen()))
                .put("ping_status", () -> PostWords.openOrClosed(post.hasPingsOpen()));
        if (kind.isPosts()) {
            resource.put("sticky", post::isSticky);
        }
        resource.put("template", post::template);
        if (kind.isPosts()) {
            resource.put("format", () -> PostWords.of(post.format()));
        }
        resource.put("meta", () -> PostFields.meta(view, readable))
                .put("acf", () -> PostFields.acf(view, readable))
                .put(PICTURE, () -> view.picture() == null ? "" : view.picture().sourceUrl())
                .put(
                        HEAD,
                        () -> SeoHead.of(
                                view, shared.addresses().post(post), view.picture(), settings.get(), readable));
        if (kind.isPosts()) {
            resource.put("categories", () -> ids(post.categories())).put("tags", () -> ids(post.tags()));
        }
        resource.put("permalink_template", () -> shared.addresses().template(post))
                .put("generated_slug", () -> shared.generated().get(post.id()))
                .put("class_list", () -> PostClasses.of(kind, post));
        if (linked) {
            resource.links(() -> links.of(kind, view, context, shared.request()));
        }
        return resource.build();
    }

    private static void showTimes(Post post, Resource resource, Shared shared) {
        resource.put("date", () -> local(post, date(post), shared))
                .put("date_gmt", () -> WpDates.writeGmt(date(post)))
                .put("guid.rendered", () -> shared.addresses().guid(post))
                .put("guid.raw", () -> shared.addresses().guid(post))
                .put("modified", () -> local(post, post.updatedAt(), shared))
                .put("modified_gmt", () -> WpDates.writeGmt(post.updatedAt()));
    }

    /** An imported post shows the date that it was shown with, and not its instant. */
    private static String local(Post post, Instant time, Shared shared) {
        var shown = post.shownDate();
        return shown != null && time.equals(post.publishedAt())
                ? WpDates.write(shown.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)
                : WpDates.write(time, shared.zone());
    }

    /** To WordPress, what is not out and was given no date is of the time of its last change. */
    private static Instant date(Post post) {
        var floats = post.status() == PostStatus.DRAFT || post.status() == PostStatus.PENDING;
        return post.publishedAt() == null && floats ? post.updatedAt() : post.sortAt();
    }

    private static void showTexts(PostView view, boolean readable, Resource resource, Shared shared) {
        var post = view.post();
        var body = view.body();
        resource.put("title.raw", post::titleSource)
                .put("title.rendered", post::titleRendered)
                .put("content.raw", () -> body.filteredSource())
                .put("content.rendered", () -> readable ? view.html() : "")
                .put("content.protected", post::isProtected)
                .put("content.block_version", () -> blockVersion(body))
                .put("excerpt.raw", () -> post.excerptSource() == null ? "" : post.excerptSource())
                .put("excerpt.rendered", () -> readable ? excerpt(view, shared) : "")
                .put("excerpt.protected", post::isProtected);
    }

    private static String excerpt(PostView view, Shared shared) {
        return shared.excerptWords() == null ? view.excerptHtml() : view.excerptHtml(shared.excerptWords());
    }

    /** Whether a text has blocks, and so which version of them. */
    private static int blockVersion(PostBody body) {
        return body.format() == ContentFormat.WORDPRESS && body.source().contains("<!-- wp:") ? 1 : 0;
    }

    /** Encoded, as WordPress stores it; of what is trashed, with the mark that frees the slug. */
    private static String slug(Post post) {
        var slug = post.slug() == null ? "" : Slugs.encoded(post.slug());
        return post.isTrashed() ? TrashedSlug.marked(slug) : slug;
    }

    private static List<Long> ids(List<TermSummary> terms) {
        return terms.stream().map(TermSummary::id).toList();
    }

    private static long orNone(Long id) {
        return id == null ? 0 : id;
    }
}
