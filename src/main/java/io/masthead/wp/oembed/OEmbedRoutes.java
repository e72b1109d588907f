package io.masthead.wp.oembed;

import io.masthead.kernel.Actor;
import io.masthead.media.Media;
import io.masthead.media.MediaService;
import io.masthead.permalink.Permalinks;
import io.masthead.permalink.Resolution;
import io.masthead.permalink.ResolvedPermalink;
import io.masthead.permalink.SitePath;
import io.masthead.permalink.SiteResolver;
import io.masthead.post.PostView;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /oembed/1.0/embed}: a published post or page by its URL, whoever asks. */
@Singleton
class OEmbedRoutes implements WpRoutes {

    private static final ResourceSchema SCHEMA = ResourceSchema.of("oembed");

    private final SiteResolver resolver;
    private final SettingService settings;
    private final Permalinks permalinks;
    private final MediaService media;

    OEmbedRoutes(SiteResolver resolver, SettingService settings, Permalinks permalinks, MediaService media) {
        this.resolver = resolver;
        this.settings = settings;
        this.permalinks = permalinks;
        this.media = media;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(Route.in("oembed/1.0", "/oembed/1.0/embed").get(SCHEMA.arguments("read"), this::embed));
    }

    private WpAnswer embed(WpRequest request) {
        if (request.text("format").equals("xml")) {
            throw new WpException(501, "oembed_format_not_supported", "Only the format json is supported.");
        }
        var view = find(request.text("url")).orElseThrow(OEmbedRoutes::notFound);
        var links = permalinks.ofPosts(List.of(view.post()));
        return WpAnswer.ok(OEmbedShape.of(view, picture(view), links, settings.get(), request.text("maxwidth")));
    }

    private Optional<PostView> find(String url) {
        return resolve(url)
                .flatMap(found -> found instanceof Resolution.Moved moved && moved.to() != null
                        ? resolve(moved.to())
                        : Optional.of(found))
                .filter(Resolution.Found.class::isInstance)
                .map(found -> ((Resolution.Found) found).content())
                .filter(ResolvedPermalink.OfPost.class::isInstance)
                .map(content -> ((ResolvedPermalink.OfPost) content).view());
    }

    private Optional<Resolution> resolve(String url) {
        return SitePath.find(url, settings.get()).flatMap(path -> resolver.resolve(path, Actor.ANONYMOUS));
    }

    /** Null where there is none that everybody may see. */
    private Media picture(PostView view) {
        var id = view.post().featuredMediaId();
        return id == null ? null : media.byIds(List.of(id), Actor.ANONYMOUS).get(id);
    }

    private static WpException notFound() {
        return new WpException(404, "oembed_invalid_url", "Not Found");
    }
}
