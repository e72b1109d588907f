package io.masthead.permalink;

/** How many addresses of each kind there are for everybody to find. */
public record SitemapSizes(long posts, long pages, long categories, long tags, long formats, long authors) {}
