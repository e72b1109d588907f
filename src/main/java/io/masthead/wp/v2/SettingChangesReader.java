package io.masthead.wp.v2;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.setting.AddressChanges;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.DisplayChanges;
import io.masthead.setting.SettingsPatch;
import io.masthead.setting.SiteSettings;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.Map;
import java.util.function.Function;

/** Reads changes of the settings; null gives a setting the value that a new site has. */
final class SettingChangesReader {

    /** WordPress' names of what the core names otherwise. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("adminEmail", "email"),
            Map.entry("timeZone", "timezone"),
            Map.entry("defaultCategoryId", "default_category"),
            Map.entry("dateFormat", "date_format"),
            Map.entry("timeFormat", "time_format"),
            Map.entry("startOfWeek", "start_of_week"),
            Map.entry("defaultPostFormat", "default_post_format"),
            Map.entry("postsPerPage", "posts_per_page"),
            Map.entry("frontPageId", "page_on_front"),
            Map.entry("postsPageId", "page_for_posts"),
            Map.entry("logoId", "site_logo"),
            Map.entry("iconId", "site_icon"));

    private static final SiteSettings NEW_SITE = SiteSettings.ofNewSite();

    private SettingChangesReader() {}

    static SettingsPatch read(WpRequest request) {
        return new SettingsPatch(
                text(request, "title", NEW_SITE.title()),
                text(request, "description", NEW_SITE.description()),
                request.text("url") == null
                        ? Patch.absent()
                        : Patch.to(request.text("url").replaceAll("/+$", "")),
                of(request, "language", NEW_SITE.language(), value -> Locales.toTag(value.toString())),
                of(request, "timezone", NEW_SITE.timeZone().getId(), SettingChangesReader::zone),
                request.number("default_category") == null
                        ? Patch.absent()
                        : Patch.to(request.number("default_category")),
                of(request, "default_comment_status", NEW_SITE.defaultCommentsOpen(), "open"::equals),
                of(request, "default_ping_status", NEW_SITE.defaultPingsOpen(), "open"::equals),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                text(request, "email", NEW_SITE.adminEmail()),
                DiscussionChanges.NONE,
                AddressChanges.NONE,
                display(request));
    }

    private static DisplayChanges display(WpRequest request) {
        var ofNewSite = NEW_SITE.display();
        return new DisplayChanges(
                text(request, "date_format", ofNewSite.dateFormat()),
                text(request, "time_format", ofNewSite.timeFormat()),
                number(request, "start_of_week", ofNewSite.startOfWeek()),
                of(request, "use_smilies", ofNewSite.useSmilies(), value -> (Boolean) value),
                of(request, "default_post_format", ofNewSite.defaultPostFormat(), SettingChangesReader::format),
                number(request, "posts_per_page", ofNewSite.postsPerPage()),
                of(request, "show_on_front", ofNewSite.pageInFront(), "page"::equals),
                id(request, "page_on_front"),
                id(request, "page_for_posts"),
                id(request, "site_logo"),
                id(request, "site_icon"));
    }

    /** The same refusal by WordPress' names of the settings. */
    static RuntimeException named(CmsException e) {
        if (e.errors().isEmpty() || !NAMES.containsKey(e.errors().get(0).field())) {
            return e;
        }
        var error = e.errors().get(0);
        return WpException.parameter(
                NAMES.get(error.field()), new ParameterFault("rest_invalid_param", error.detail(), null));
    }

    private static Patch<String> text(WpRequest request, String name, String ofNewSite) {
        return of(request, name, ofNewSite, Object::toString);
    }

    private static Patch<Integer> number(WpRequest request, String name, int ofNewSite) {
        return of(request, name, ofNewSite, value -> Math.toIntExact(clamped((Long) value)));
    }

    /** What is beyond an int is out of range as well, which the core says. */
    private static long clamped(long value) {
        return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** Zero stands for none. */
    private static Patch<Long> id(WpRequest request, String name) {
        return of(request, name, null, value -> (Long) value == 0 ? null : (Long) value);
    }

    private static <T> Patch<T> of(WpRequest request, String name, T ofNewSite, Function<Object, T> reading) {
        if (!request.has(name)) {
            return Patch.absent();
        }
        var value = request.parameters().get(name);
        return Patch.to(value == null ? ofNewSite : reading.apply(value));
    }

    private static String zone(Object name) {
        return name.equals("") ? NEW_SITE.timeZone().getId() : name.toString();
    }

    private static String format(Object word) {
        return word.equals("0") || word.equals("") ? NEW_SITE.display().defaultPostFormat() : word.toString();
    }
}
