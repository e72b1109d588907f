package io.masthead.permalink;

/** What stands at a path of the site. */
public sealed interface Resolution {

    /**
     * A page of the site.
     *
     * @param page the number of the part that was asked for, from 1
     * @param canonical the URL of that part, which search engines should show
     */
    record Found(ResolvedPermalink content, int page, String canonical) implements Resolution {}

    /**
     * The page stands elsewhere, or is gone.
     *
     * @param to an absolute URL; null with the status 410
     * @param status 301, 302, 307, 308 or 410
     */
    record Moved(String to, int status) implements Resolution {}
}
