package io.masthead.wp.v2.revision;

import io.masthead.post.PostView;
import io.masthead.post.revision.RevisionKind;
import io.masthead.post.revision.RevisionView;
import io.masthead.text.ContentFormat;
import io.masthead.text.DynamicBlock;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Entities;

/** A revision, or a draft that took an autosave itself, as WordPress shows it. */
final class RevisionShape {

    private final RevisionParent parent;
    private final ResourceSchema schema;
    private final WpRequest request;
    private final ZoneId zone;

    RevisionShape(RevisionParent parent, ResourceSchema schema, WpRequest request, ZoneId zone) {
        this.parent = parent;
        this.schema = schema;
        this.request = request;
        this.zone = zone;
    }

    Map<String, Object> of(RevisionView view) {
        return of(view, request.context());
    }

    Map<String, Object> of(RevisionView view, String context) {
        var revision = view.revision();
        var at = revision.createdAt();
        var name = revision.kind() == RevisionKind.AUTOSAVE ? "autosave" : "revision";
        var resource = new Resource(schema, request, context)
                .put(
                        "author",
                        () -> revision.author() == null ? 0L : revision.author().id())
                .put("date", () -> WpDates.write(at, zone))
                .put("date_gmt", () -> WpDates.writeGmt(at))
                .put("id", revision::id)
                .put("modified", () -> WpDates.write(at, zone))
                .put("modified_gmt", () -> WpDates.writeGmt(at))
                .put("parent", revision::postId)
                .put("slug", () -> revision.postId() + "-" + name + "-v1");
        texts(
                resource,
                revision.id(),
                revision.titleHtml(),
                view.body().format(),
                view.body().source(),
                view.body().excerpt());
        return resource.links(() -> new Links(request).add("parent", parent.route() + "/" + revision.postId()))
                .build();
    }

    /** Of a draft: it is its own newest state, and has no date yet. */
    Map<String, Object> of(PostView draft, String context) {
        var post = draft.post();
        var resource = new Resource(schema, request, context)
                .put("author", () -> post.author().id())
                .put("date", () -> null)
                .put("date_gmt", () -> null)
                .put("id", post::id)
                .put("modified", () -> WpDates.write(post.updatedAt(), zone))
                .put("modified_gmt", () -> WpDates.writeGmt(post.updatedAt()))
                .put("parent", () -> post.parentId() == null ? 0L : post.parentId())
                .put("slug", () -> Objects.requireNonNullElse(post.slug(), ""));
        texts(
                resource,
                post.id(),
                post.titleHtml(),
                draft.body().format(),
                draft.body().filteredSource(),
                post.excerptSource());
        return resource.links(() -> new Links(request).add("parent", parent.route() + "/" + post.id()))
                .build();
    }

    private void texts(Resource resource, long id, String title, ContentFormat format, String source, String excerpt) {
        var address = request.call().siteUrl() + "/?p=" + id;
        resource.put("guid.rendered", () -> address)
                .put("guid.raw", () -> address)
                .put("title.raw", () -> title)
                .put("title.rendered", () -> rendered(WordPressRendering::title, title))
                .put("content.raw", () -> source)
                .put(
                        "content.rendered",
                        () -> rendered(
                                text -> DynamicBlock.without(
                                        ContentRenderer.render(text, format).html()),
                                source))
                .put("excerpt.raw", () -> Objects.requireNonNullElse(excerpt, ""))
                .put("excerpt.rendered", () -> excerpt(excerpt))
                .put("meta", () -> Map.of("footnotes", ""));
    }

    /** A revision has the excerpt that was written, and none made of the text. */
    private static String excerpt(String written) {
        return written == null || written.isBlank()
                ? ""
                : rendered(text -> WordPressRendering.excerpt(text, ""), written);
    }

    /** An autosave may hold what is too complex to be published; then its source is shown. */
    private static String rendered(UnaryOperator<String> how, String written) {
        return WordPressRendering.orElse(() -> how.apply(written), Entities.escape(written));
    }
}
