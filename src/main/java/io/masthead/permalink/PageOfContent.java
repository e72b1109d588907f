package io.masthead.permalink;

import io.masthead.setting.SiteSettings;

/**
 * A part of what stands at a URL.
 *
 * @param number from 1
 * @param canonical the URL of the part
 */
record PageOfContent(ResolvedPermalink content, int number, String canonical) {

    private static final int MOVED_PERMANENTLY = 301;

    static PageOfContent first(ResolvedPermalink content) {
        return new PageOfContent(content, 1, content.address());
    }

    /** @param end what the URLs of the site end in */
    static PageOfContent part(ResolvedPermalink content, ContentPart part, int number, String end) {
        return number <= 1
                ? first(content)
                : new PageOfContent(content, number, part.url(content.address(), number, end));
    }

    /** The content where it was asked for at its URL, and the way there otherwise; searches have several URLs. */
    Resolution answer(SitePath asked, SiteSettings site) {
        var own = SitePath.ofOwn(canonical, site);
        var isHere = own.path().equals(asked.path())
                && asked.parameters().entrySet().containsAll(own.parameters().entrySet());
        return isHere || content instanceof ResolvedPermalink.OfSearch
                ? new Resolution.Found(content, number, canonical)
                : new Resolution.Moved(canonical, MOVED_PERMANENTLY);
    }
}
