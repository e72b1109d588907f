package io.masthead.wp.oembed;

import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.PostView;
import io.masthead.setting.SiteSettings;
import io.masthead.wp.rest.Escapes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/** A post as oEmbed shows it. There is no page to frame, so that the HTML is a quote with a link. */
final class OEmbedShape {

    private static final int MIN_WIDTH = 200;
    private static final int MAX_WIDTH = 600;
    private static final int MIN_HEIGHT = 200;

    private OEmbedShape() {}

    /** @param maxWidth in pixels, as the request has it; {@value #MAX_WIDTH} for what is no number */
    static Map<String, Object> of(
            PostView view, Media picture, PermalinkBuilder links, SiteSettings site, String maxWidth) {
        var post = view.post();
        var title = (post.isProtected() ? "Protected: " : "") + post.titleRendered();
        int width = width(maxWidth);
        var json = new LinkedHashMap<String, Object>();
        json.put("version", "1.0");
        json.put("provider_name", site.title());
        json.put("provider_url", withoutSlash(links.home()));
        json.put("author_name", post.author().displayName());
        json.put("author_url", links.author(post.author()));
        json.put("title", Parser.unescapeEntities(title, false));
        json.put("type", "rich");
        json.put("width", width);
        json.put("height", Math.max(MIN_HEIGHT, (width * 9 + 15) / 16));
        json.put(
                "html",
                "<blockquote class=\"wp-embedded-content\"><a href=\"%s\">%s</a></blockquote>"
                        .formatted(Escapes.html(links.post(post)), title));
        if (picture != null && picture.mimeType().startsWith("image/")) {
            thumbnail(picture, width, json);
        }
        return json;
    }

    private static int width(String written) {
        int width = written.matches("\\d{1,6}") ? Integer.parseInt(written) : MAX_WIDTH;
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The smallest size of the whole picture that fills the card, or else the picture itself; as shown there. */
    private static void thumbnail(Media picture, int width, Map<String, Object> json) {
        if (picture.width() == null || picture.height() == null) {
            json.put("thumbnail_url", picture.sourceUrl());
            return;
        }
        var size = picture.details().sizes().stream()
                .filter(one -> one.width() >= width && !one.isCropped(picture.width(), picture.height()))
                .min(Comparator.comparingInt(MediaSize::width));
        int fileWidth = size.map(MediaSize::width).orElseGet(picture::width);
        int fileHeight = size.map(MediaSize::height).orElseGet(picture::height);
        int shownWidth = Math.min(fileWidth, width);
        json.put(
                "thumbnail_url",
                size.map(one -> picture.addressBeside(one.file())).orElseGet(picture::sourceUrl));
        json.put("thumbnail_width", shownWidth);
        json.put("thumbnail_height", Math.round((double) fileHeight * shownWidth / fileWidth));
    }
}
