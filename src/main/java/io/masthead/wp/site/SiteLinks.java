package io.masthead.wp.site;

import io.masthead.permalink.ResolvedPermalink;
import io.masthead.post.PostType;
import io.masthead.setting.SiteSettings;
import java.util.List;

/** How a client finds the REST API from an answer that is not of it, as WordPress tells it. */
final class SiteLinks {

    private SiteLinks() {}

    /**
     * @param subject what the answer is of; null for the site
     * @param apiUrl as {@link io.masthead.setting.ApiUrl#get}
     */
    static List<String> of(ResolvedPermalink subject, SiteSettings site, String apiUrl) {
        var api = "<%s/wp-json/>; rel=\"https://api.w.org/\"".formatted(apiUrl);
        if (subject instanceof ResolvedPermalink.OfAuthor of) {
            return List.of(api, json("users", of.author().id(), apiUrl));
        }
        if (subject instanceof ResolvedPermalink.OfPost of) {
            var post = of.view().post();
            var collection = post.type() == PostType.PAGE ? "pages" : "posts";
            return List.of(
                    api,
                    json(collection, post.id(), apiUrl),
                    "<%s/?p=%d>; rel=shortlink".formatted(site.url(), post.id()));
        }
        return List.of(api);
    }

    private static String json(String collection, long id, String apiUrl) {
        return "<%s/wp-json/wp/v2/%s/%d>; rel=\"alternate\"; title=\"JSON\"; type=\"application/json\""
                .formatted(apiUrl, collection, id);
    }
}
