package io.masthead.wp.v2.post;

import io.masthead.kernel.SeoField;
import io.masthead.media.Media;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.setting.SiteSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What search engines and networks are told of a post, in the form of the plug-in Yoast SEO: its own values, which an
 * import keeps as custom fields, and else title, excerpt, address, dates and image.
 */
final class SeoHead {

    /** Placeholders of Yoast SEO ({@code %%title%%}) and of Rank Math ({@code %title%}). */
    private static final Pattern PLACEHOLDER = Pattern.compile("%%([a-z_]+)%%|%([a-z_]+)%");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final PostView view;
    private final Post post;
    private final SiteSettings site;
    private final boolean readable;

    private SeoHead(PostView view, SiteSettings site, boolean readable) {
        this.view = view;
        this.post = view.post();
        this.site = site;
        this.readable = readable;
    }

    /**
     * @param link where readers find it
     * @param picture null for none
     * @param readable whether the caller may see its excerpt and custom fields
     */
    static Map<String, Object> of(PostView view, String link, Media picture, SiteSettings site, boolean readable) {
        return new SeoHead(view, site, readable).build(link, picture);
    }

    private Map<String, Object> build(String link, Media picture) {
        var title = own(SeoField.TITLE, post.title() + " - " + site.title());
        var description = own(SeoField.DESCRIPTION, readable ? view.excerpt() : "");
        var head = new LinkedHashMap<String, Object>();
        head.put("title", title);
        if (!description.isEmpty()) {
            head.put("description", description);
        }
        head.put("robots", robots());
        head.put("canonical", own(SeoField.CANONICAL, link));
        head.put("og_locale", site.language().replace('-', '_'));
        head.put("og_type", "article");
        head.put("og_title", own(SeoField.OG_TITLE, title));
        var shared = own(SeoField.OG_DESCRIPTION, description);
        if (!shared.isEmpty()) {
            head.put("og_description", shared);
        }
        head.put("og_url", link);
        head.put("og_site_name", site.title());
        if (post.publishedAt() != null) {
            head.put("article_published_time", TIME.format(post.publishedAt().atOffset(ZoneOffset.UTC)));
        }
        if (post.publishedAt() == null || post.updatedAt().isAfter(post.publishedAt())) {
            head.put("article_modified_time", TIME.format(post.updatedAt().atOffset(ZoneOffset.UTC)));
        }
        image(picture, head);
        head.put("author", post.author().displayName());
        head.put("twitter_card", "summary_large_image");
        ownOnly(SeoField.TWITTER_TITLE, head);
        ownOnly(SeoField.TWITTER_DESCRIPTION, head);
        ownOnly(SeoField.TWITTER_IMAGE, head);
        return head;
    }

    private void image(Media picture, Map<String, Object> head) {
        var address = own(SeoField.OG_IMAGE, "");
        var image = new LinkedHashMap<String, Object>();
        if (!address.isEmpty()) {
            image.put("url", address);
        } else if (picture != null) {
            if (picture.width() != null && picture.height() != null) {
                image.put("width", picture.width());
                image.put("height", picture.height());
            }
            image.put("url", picture.sourceUrl());
            image.put("type", picture.mimeType());
        }
        if (!image.isEmpty()) {
            head.put("og_image", List.of(image));
        }
    }

    private Map<String, Object> robots() {
        var named = field(SeoField.ROBOTS) instanceof List<?> list ? list : List.of();
        var robots = new LinkedHashMap<String, Object>();
        robots.put("index", isOn(SeoField.NOINDEX) || named.contains("noindex") ? "noindex" : "index");
        robots.put("follow", isOn(SeoField.NOFOLLOW) || named.contains("nofollow") ? "nofollow" : "follow");
        return robots;
    }

    private boolean isOn(SeoField field) {
        return Boolean.TRUE.equals(field(field));
    }

    private void ownOnly(SeoField field, Map<String, Object> head) {
        var value = own(field, "");
        if (!value.isEmpty()) {
            head.put(field.key(), value);
        }
    }

    private String own(SeoField field, String otherwise) {
        return field(field) instanceof String text && !text.isBlank() ? filled(text) : otherwise;
    }

    private Object field(SeoField field) {
        return readable ? post.customFields().get(field.field()) : null;
    }

    /** With what the placeholders stand for; those that stand for nothing here are dropped. */
    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1) == null ? found.group(2) : found.group(1))))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String value(String placeholder) {
        return switch (placeholder) {
            case "title" -> post.title();
            case "sitename" -> site.title();
            case "sitedesc" -> site.description();
            case "sep" -> "-";
            case "excerpt", "excerpt_only" -> view.excerpt();
            case "name" -> post.author().displayName();
            default -> "";
        };
    }
}
