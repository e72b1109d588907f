package io.masthead.imports.wxr;

/**
 * The site that the file was exported from.
 *
 * @param url {@code wp:base_blog_url}, or else the channel's link; empty when there is neither
 * @param wxrVersion as the file says, {@code 1.0} for example
 */
public record WxrSite(String title, String url, String description, String language, String wxrVersion) {}
