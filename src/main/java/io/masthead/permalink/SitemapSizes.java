package io.masthead.permalink;

/** The numbers of public URLs of each kind. */
public record SitemapSizes(long posts, long pages, long categories, long tags, long formats, long authors) {}
