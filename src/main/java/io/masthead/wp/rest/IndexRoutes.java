package io.masthead.wp.rest;

import io.masthead.media.MediaService;
import io.masthead.platform.event.ReadTags;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The index: what the site is, and every route with its methods and arguments. */
@Singleton
class IndexRoutes implements WpRoutes {

    /** WordPress' own, and those of plug-ins. */
    private static final List<String> NAMESPACES = List.of("oembed/1.0", "wp/v2", "menus/v1", "jwt-auth/v1");

    private static final ResourceSchema SCHEMA = ResourceSchema.of("index");

    private final SettingService settings;
    private final MediaService media;
    private final ReadTags reads;
    private final Clock clock;
    private final Instance<RouteTable> table;

    /**
     * @param table which holds these routes too, so it is there only later
     */
    IndexRoutes(SettingService settings, MediaService media, ReadTags reads, Clock clock, Instance<RouteTable> table) {
        this.table = table;
        this.settings = settings;
        this.media = media;
        this.reads = reads;
        this.clock = clock;
    }

    @Override
    public List<Route<?>> routes() {
        return Stream.concat(
                        Stream.of(Route.in("", "/").get(SCHEMA.arguments("index"), this::index)),
                        NAMESPACES.stream().map(this::namespace))
                .toList();
    }

    private Route<?> namespace(String name) {
        return Route.in(name, "/" + name).get(SCHEMA.arguments(name), request -> namespace(request, name));
    }

    private WpAnswer index(WpRequest request) {
        var site = settings.get();
        var json = new LinkedHashMap<String, Object>();
        json.put("name", Escapes.html(site.title()));
        json.put("description", Escapes.html(site.description()));
        json.put("url", request.call().apiUrl());
        json.put("home", request.call().siteUrl());
        json.put("gmt_offset", offset());
        json.put(
                "timezone_string",
                site.timeZone().getId().equals("UTC") ? "" : site.timeZone().getId());
        json.put("page_for_posts", zeroForNone(site.display().postsPageId()));
        json.put("page_on_front", zeroForNone(site.display().frontPageId()));
        json.put("show_on_front", site.display().pageInFront() ? "page" : "posts");
        json.put("namespaces", NAMESPACES);
        json.put("authentication", authentication(request));
        json.put("routes", routes(request, ""));
        json.put("site_logo", zeroForNone(site.display().logoId()));
        json.put("site_icon", zeroForNone(site.display().iconId()));
        json.put("site_icon_url", iconAddress(site, request));
        json.put("_links", Map.of("help", List.of(Map.of("href", request.call().apiUrl() + "/docs"))));
        return WpAnswer.ok(json);
    }

    /** Clients look here for how to sign in; the page tells people how to make such a password. */
    private static Map<String, Object> authentication(WpRequest request) {
        return Map.of(
                "application-passwords",
                Map.of("endpoints", Map.of("authorization", request.call().apiUrl() + "/docs/wordpress")));
    }

    /** Empty where there is none that the caller may see. */
    private String iconAddress(SiteSettings site, WpRequest request) {
        var icon = site.display().iconId();
        return icon == null
                ? ""
                : media.find(List.of(icon), request.actor()).stream()
                        .map(view -> view.media().sourceUrl())
                        .findFirst()
                        .orElse("");
    }

    private static long zeroForNone(Long id) {
        return id == null ? 0 : id;
    }

    private String offset() {
        var now = clock.instant();
        var rules = settings.get().timeZone().getRules();
        var transition = rules.nextTransition(now);
        if (transition != null) {
            reads.until(transition.getInstant());
        }
        var seconds = rules.getOffset(now).getTotalSeconds();
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private WpAnswer namespace(WpRequest request, String name) {
        var json = new LinkedHashMap<String, Object>();
        json.put("namespace", name);
        json.put("routes", routes(request, name));
        json.put("_links", new Links(request).add("up", "").toJson());
        return WpAnswer.ok(json);
    }

    private Map<String, Object> routes(WpRequest request, String namespace) {
        var routes = new LinkedHashMap<String, Object>();
        for (var route : table.get().all()) {
            if (namespace.isEmpty() || route.namespace().equals(namespace)) {
                routes.put(route.pattern(), shown(route, request));
            }
        }
        return routes;
    }

    /** With the schema where the context is {@code help}, for clients that ask for everything. */
    private static Map<String, Object> shown(Route<?> route, WpRequest request) {
        var json = route.toJson(request::url);
        if (route.schema() != null && request.context().equals("help")) {
            json.put("schema", Dispatcher.absolute(route.schema(), request));
        }
        return json;
    }
}
