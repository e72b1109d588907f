package io.masthead.wp.v2.media;

import io.masthead.kernel.Patch;
import io.masthead.media.Media;
import io.masthead.media.MediaPatch;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.field.FieldInput;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Reads what is said of a file with its upload, a change or an edit. */
@Singleton
class MediaFields {

    private static final String PRIVATE = "private";

    private final SettingService settings;

    MediaFields(SettingService settings) {
        this.settings = settings;
    }

    /** Of a file that is there. */
    MediaPatch ofChange(WpRequest request, Media former) {
        return read(request, former.customFields());
    }

    private MediaPatch read(WpRequest request, Map<String, Object> formerFields) {
        requireNoStatus(request);
        return new MediaPatch(
                request.written("title"),
                request.written("alt_text").map(PlainWords::line),
                request.written("caption"),
                request.written("description"),
                request.has("slug") ? Patch.to(request.text("slug")) : Patch.absent(),
                request.has("post") ? Patch.to(id(request, "post")) : Patch.absent(),
                id(request, "author") == null ? Patch.absent() : Patch.to(id(request, "author")),
                date(request),
                Patch.absent(),
                Patch.absent(),
                FieldInput.read(request, formerFields));
    }

    /** Of a new one: to WordPress, an empty title or slug is none, and it belongs to whom sends it. */
    MediaPatch ofNew(WpRequest request) {
        var all = read(request, null);
        return new MediaPatch(
                notBlank(all.title()),
                all.altText(),
                all.caption(),
                all.description(),
                notBlank(all.slug()),
                all.postId(),
                request.actor().is(all.authorId().value()) ? Patch.absent() : all.authorId(),
                all.createdAt(),
                all.credit(),
                all.focalPoint(),
                all.customFields());
    }

    private static Patch<String> notBlank(Patch<String> sent) {
        return sent.value() == null || sent.value().isBlank() ? Patch.absent() : sent;
    }

    /** To WordPress, every status but this one stands for that of what the file belongs to. */
    private static void requireNoStatus(WpRequest request) {
        if (PRIVATE.equals(request.text("status"))) {
            throw WpException.parameter(
                    "status",
                    new ParameterFault(
                            "rest_invalid_param",
                            "A file has no status of its own: it is as public as what it belongs to.",
                            null));
        }
    }

    /** Null for 0. */
    static Long id(WpRequest request, String name) {
        var id = request.number(name);
        return id == null || id == 0 ? null : id;
    }

    /** Null where it was not sent. */
    Instant time(WpRequest request, String name) {
        var text = request.text(name);
        return text == null ? null : WpDates.parse(text, settings.get().timeZone());
    }

    /** The time of the site wins over UTC; null says nothing. */
    private Patch<Instant> date(WpRequest request) {
        if (request.text("date") != null) {
            return Patch.to(time(request, "date"));
        }
        return request.text("date_gmt") == null
                ? Patch.absent()
                : Patch.to(WpDates.parse(request.text("date_gmt"), ZoneOffset.UTC));
    }
}
