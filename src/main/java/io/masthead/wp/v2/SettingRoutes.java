package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Escapes;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@code /wp/v2/settings}: for those who may change them. */
@Singleton
class SettingRoutes implements WpRoutes {

    private static final ResourceSchema SCHEMA = ResourceSchema.of("settings").fields(Schema::orNull);

    private final SettingService settings;

    SettingRoutes(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(Route.of("/wp/v2/settings", SCHEMA, SettingRoutes::allowed)
                .get(
                        SCHEMA.arguments("read"),
                        Permission.toRead("rest_forbidden", "do that"),
                        (request, nothing) -> WpAnswer.ok(shown(settings.get(), request)))
                .update(
                        SCHEMA.change(),
                        Permission.toWrite("rest_forbidden", "do that"),
                        (request, nothing) -> update(request)));
    }

    private static AllowedMethods allowed(WpRequest request) {
        return request.actor().can(Capability.MANAGE_SETTINGS) ? AllowedMethods.ALL : AllowedMethods.NONE;
    }

    private WpAnswer update(WpRequest request) {
        try {
            var changes = SettingChangesReader.read(request);
            return WpAnswer.ok(shown(
                    settings.update(changes, ExpectedVersion.ANY, request.actor())
                            .settings(),
                    request));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.SCOPE_MISSING) {
                throw new WpException(403, "rest_forbidden", e.getMessage());
            }
            throw SettingChangesReader.named(e);
        }
    }

    private static Map<String, Object> shown(SiteSettings site, WpRequest request) {
        var display = site.display();
        return new Resource(SCHEMA, request)
                .put("title", () -> Escapes.html(site.title()))
                .put("description", () -> Escapes.html(site.description()))
                .put("url", site::url)
                .put("email", () -> site.adminEmail() == null ? "" : site.adminEmail())
                .put("timezone", () -> Locales.zone(site.timeZone()))
                .put("date_format", display::dateFormat)
                .put("time_format", display::timeFormat)
                .put("start_of_week", display::startOfWeek)
                .put("language", () -> Locales.fromTag(site.language()))
                .put("use_smilies", display::useSmilies)
                .put("default_category", site::defaultCategoryId)
                .put("default_post_format", () -> format(display.defaultPostFormat()))
                .put("posts_per_page", display::postsPerPage)
                .put("show_on_front", () -> display.pageInFront() ? "page" : "posts")
                .put("page_on_front", () -> zeroForNone(display.frontPageId()))
                .put("page_for_posts", () -> zeroForNone(display.postsPageId()))
                .put("default_ping_status", () -> open(site.defaultPingsOpen()))
                .put("default_comment_status", () -> open(site.defaultCommentsOpen()))
                .put("site_logo", display::logoId)
                .put("site_icon", () -> zeroForNone(display.iconId()))
                .build();
    }

    private static String format(String format) {
        return format.equals("standard") ? "0" : format;
    }

    private static long zeroForNone(Long id) {
        return id == null ? 0 : id;
    }

    private static String open(boolean open) {
        return open ? "open" : "closed";
    }
}
