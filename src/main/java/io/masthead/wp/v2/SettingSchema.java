package io.masthead.wp.v2;

import io.masthead.wp.rest.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings as WordPress names them. */
final class SettingSchema {

    private static final String[] OPEN_OR_CLOSED = {"open", "closed"};

    private static final Map<String, Object> DEFAULTS =
            Map.of("language", "en_US", "use_smilies", true, "posts_per_page", 10L);

    private SettingSchema() {}

    static Schema of() {
        return Schema.object(Schema.properties(
                "title",
                string("Title", "Name of the site."),
                "description",
                string("Tagline", "What the site is about, in a line."),
                "url",
                string("", "Address of the site.").format("uri"),
                "email",
                string("", "Address of whoever looks after the site.").format("email"),
                "timezone",
                string("", "Region whose time the site keeps."),
                "date_format",
                string("", "How front ends write dates, in PHP's letters."),
                "time_format",
                string("", "How front ends write times, in PHP's letters."),
                "start_of_week",
                number("", "First day of the week; 0 is Sunday."),
                "language",
                string("", "Language of the site."),
                "use_smilies",
                Schema.bool().orNull().title("").describe("Whether emoticons are shown as pictures."),
                "default_category",
                number("", "Category of posts that name none."),
                "default_post_format",
                string("", "Format that editors suggest."),
                "posts_per_page",
                number("Maximum posts per page", "How many posts front ends list."),
                "show_on_front",
                string("Show on front", "What the front page shows."),
                "page_on_front",
                number("Page on front", "Page that is the front page."),
                "page_for_posts",
                number("", "Page that lists the latest posts."),
                "default_ping_status",
                openOrClosed("", "Whether new posts take pings."),
                "default_comment_status",
                openOrClosed("Allow comments on new posts", "Whether new posts do."),
                "site_logo",
                number("Logo", "Picture that stands for the site."),
                "site_icon",
                number("Icon", "Small picture that stands for the site.")));
    }

    /** As OPTIONS shows it: with what holds where nothing was set. */
    static Map<String, Object> document() {
        var properties = new LinkedHashMap<String, Schema>();
        of().properties().forEach((name, setting) -> properties.put(name, setting.byDefault(DEFAULTS.get(name))));
        return Schema.object(properties).document("settings");
    }

    private static Schema string(String title, String description) {
        return Schema.string().orNull().title(title).describe(description);
    }

    private static Schema number(String title, String description) {
        return Schema.integer().orNull().title(title).describe(description);
    }

    private static Schema openOrClosed(String title, String description) {
        return Schema.string().orNull().title(title).describe(description).oneOfValues(OPEN_OR_CLOSED);
    }
}
