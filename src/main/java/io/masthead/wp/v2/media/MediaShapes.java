package io.masthead.wp.v2.media;

import io.masthead.kernel.Capability;
import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import io.masthead.media.MediaView;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostType;
import io.masthead.setting.SettingService;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.field.FieldSchema;
import io.masthead.wp.v2.field.FieldShape;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows files, many at once so that they share what has to be looked up. */
@Singleton
class MediaShapes {

    static final ResourceSchema SCHEMA = FieldSchema.in(ResourceSchema.of("attachment"))
            .field("title", MediaShapes::text)
            .field("caption", MediaShapes::text)
            .field("description", MediaShapes::text)
            .argument(
                    "list",
                    "status",
                    status -> status.checkedOnlyBy(
                            (name, value, request) -> MediaRights.checkStatus(status, name, value, request)))
            .argument("edit", "title", MediaShapes::text)
            .argument("edit", "caption", MediaShapes::text)
            .argument("edit", "description", MediaShapes::text);

    private final Permalinks permalinks;
    private final SettingService settings;
    private final MediaRights rights;

    MediaShapes(Permalinks permalinks, SettingService settings, MediaRights rights) {
        this.permalinks = permalinks;
        this.settings = settings;
        this.rights = rights;
    }

    /** As it was written and as HTML; text alone is taken too. */
    private static Schema text(Schema field) {
        return field.checkedOnlyBy((name, value, request) -> value);
    }

    List<Map<String, Object>> of(List<MediaView> views, WpRequest request, String context) {
        var addresses = permalinks.ofMedia(views.stream().map(MediaView::media).toList());
        return views.stream()
                .map(view -> show(view, new Resource(SCHEMA, request, context), addresses, request))
                .toList();
    }

    /** What a deleted file was, which leads nowhere any more. */
    Map<String, Object> former(MediaView view, WpRequest request) {
        var addresses = permalinks.ofMedia(List.of(view.media()));
        return fields(view, new Resource(SCHEMA, request, "edit"), addresses).build();
    }

    /** As other things show them in themselves. */
    List<Map<String, Object>> embedded(List<MediaView> views, WpRequest request) {
        var addresses = permalinks.ofMedia(views.stream().map(MediaView::media).toList());
        return views.stream()
                .map(view -> show(view, Resource.embedded(SCHEMA), addresses, request))
                .toList();
    }

    /** The answer that says what was made of an upload. */
    WpAnswer created(MediaView view, WpRequest request) {
        var id = view.media().id();
        return WpAnswer.created(
                        of(List.of(view), request, "edit").get(0),
                        Kind.MEDIA.of(id).route())
                .with("X-WP-Upload-Attachment-ID", id.toString());
    }

    /** The answer to who has changed it. */
    WpAnswer edited(MediaView view, WpRequest request) {
        return WpAnswer.ok(of(List.of(view), request, "edit").get(0));
    }

    /** Where readers find its page. */
    String link(MediaView view) {
        return permalinks.ofMedia(List.of(view.media())).media(view.media());
    }

    private Map<String, Object> show(MediaView view, Resource resource, PermalinkBuilder addresses, WpRequest request) {
        return fields(view, resource, addresses)
                .links(() -> links(view, addresses, resource.context(), request))
                .build();
    }

    private Resource fields(MediaView view, Resource resource, PermalinkBuilder addresses) {
        var media = view.media();
        var zone = settings.get().timeZone();
        resource.put("id", media::id)
                .put("date", () -> WpDates.write(media.createdAt(), zone))
                .put("date_gmt", () -> WpDates.writeGmt(media.createdAt()))
                .put("guid.rendered", () -> guid(media))
                .put("guid.raw", () -> guid(media))
                .put("modified", () -> WpDates.write(media.updatedAt(), zone))
                .put("modified_gmt", () -> WpDates.writeGmt(media.updatedAt()))
                .put("slug", () -> media.slug() == null ? "" : Slugs.encoded(media.slug()))
                .put("status", () -> "inherit")
                .put("type", () -> "attachment")
                .put("link", () -> addresses.media(media))
                .put("title.raw", media::title)
                .put("title.rendered", media::titleRendered)
                // Having a file does not make its owner known.
                .put("author", () -> view.author() == null ? 0L : view.author().id())
                .put("featured_media", () -> 0)
                .put("comment_status", () -> "open")
                .put("ping_status", () -> "closed")
                .put("template", () -> "")
                .put("meta", () -> FieldShape.orList(FieldShape.meta(media.customFields())))
                .put("acf", () -> FieldShape.acf(media.customFields()))
                .put("permalink_template", () -> addresses.template(media))
                .put("generated_slug", () -> Slugs.encoded(Slugs.from(media.title())))
                .put("class_list", () -> classes(media));
        describe(media, resource);
        return isImage(media) ? MediaImage.describe(media, resource) : resource;
    }

    private static Resource describe(Media media, Resource resource) {
        return resource.put("description.raw", media::description)
                .put("description.rendered", () -> MediaPicture.description(media))
                .put("caption.raw", media::caption)
                .put("caption.rendered", media::captionRendered)
                .put("alt_text", () -> PlainWords.written(media.altText()))
                .put("media_type", () -> isImage(media) ? "image" : "file")
                .put("mime_type", media::mimeType)
                .put("media_details", () -> details(media))
                .put("post", media::postId)
                .put("source_url", media::sourceUrl)
                .put("missing_image_sizes", () -> MediaImage.missingSizes(media))
                .put("filename", () -> name(media.sourceUrl()))
                .put("filesize", media::fileSize);
    }

    private Links links(MediaView view, PermalinkBuilder addresses, String context, WpRequest request) {
        var media = view.media();
        var links = new Links(request)
                .self(Kind.MEDIA.of(media.id()), rights.allowed(media, request.actor()))
                .add("collection", "wp/v2/media")
                .add("about", "wp/v2/types/attachment");
        if (view.author() != null) {
            links.embeddable("author", Kind.USER.of(view.author().id()));
        }
        links.embeddable("replies", Kind.COMMENTS_ON_POST.of(media.id()));
        addresses
                .typeOfParent(media)
                .ifPresent(type -> links.embeddable(
                        "wp:attached-to",
                        (type == PostType.PAGE ? Kind.PAGE : Kind.POST).of(media.postId()),
                        Map.of("id", media.postId(), "post_type", type.noun())));
        if (context.equals("edit") && request.actor().can(Capability.EDIT_OTHERS_POSTS)) {
            links.add("wp:action-assign-author", Kind.MEDIA.of(media.id()).route());
        }
        return links;
    }

    private static String guid(Media media) {
        return media.guid().isEmpty() ? media.sourceUrl() : media.guid();
    }

    static boolean isImage(Media media) {
        return media.mimeType().startsWith("image/");
    }

    private static List<String> classes(Media media) {
        return List.of("post-" + media.id(), "attachment", "type-attachment", "status-inherit", "hentry");
    }

    /** The forms in which it lies ready; of an image also the file itself. */
    private static Map<String, Object> details(Media media) {
        var known = media.details();
        var details = new LinkedHashMap<String, Object>();
        if (media.width() != null && media.height() != null) {
            details.put("width", media.width());
            details.put("height", media.height());
        }
        if (!known.file().isEmpty()) {
            details.put("file", known.file());
        }
        if (media.fileSize() != null) {
            details.put("filesize", media.fileSize());
        }
        var sizes = new LinkedHashMap<String, Object>();
        known.sizes().forEach(size -> sizes.put(size.name(), size(media, size)));
        if (!sizes.isEmpty()) {
            sizes.put("full", full(media));
        }
        details.put("sizes", sizes);
        if (!known.imageMeta().isEmpty()) {
            details.put("image_meta", MediaImage.ordered(known.imageMeta()));
        }
        if (!known.originalFile().isEmpty()) {
            details.put("original_image", known.originalFile());
        }
        return details;
    }

    private static Map<String, Object> size(Media media, MediaSize size) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", size.file());
        json.put("width", size.width());
        json.put("height", size.height());
        if (size.fileSize() != null) {
            json.put("filesize", size.fileSize());
        }
        json.put("mime_type", size.mimeType());
        json.put("source_url", media.addressBeside(size.file()));
        return json;
    }

    private static Map<String, Object> full(Media media) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", name(media.sourceUrl()));
        json.put("width", media.width());
        json.put("height", media.height());
        json.put("mime_type", media.mimeType());
        json.put("source_url", media.sourceUrl());
        return json;
    }

    private static String name(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
