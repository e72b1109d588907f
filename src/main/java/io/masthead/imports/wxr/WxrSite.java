package io.masthead.imports.wxr;

/**
 * The exported site.
 *
 * @param url {@code wp:base_blog_url}, or else the channel's link; empty if there is neither
 * @param networkUrl {@code wp:base_site_url}: of the network's first site, or that of the site; may be empty
 * @param wxrVersion as in the file, for example {@code 1.0}
 */
public record WxrSite(
        String title, String url, String networkUrl, String description, String language, String wxrVersion) {}
