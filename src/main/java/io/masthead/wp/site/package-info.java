/**
 * What a WordPress site serves beside its REST API and readers of feeds and search engines know how
 * to find: feeds, sitemaps, {@code robots.txt} and a front page that leads to the API. It shows
 * what everybody may see, whoever asks.
 *
 * <p>Different from WordPress on purpose: protected posts give away neither text nor comments; a
 * category without posts has an empty feed of posts and not one of comments; a search finds posts
 * and no pages; there is no RDF and no style sheet for sitemaps; a sitemap that does not exist is a
 * 404. Pages for readers are the front end's to serve.
 */
package io.masthead.wp.site;
