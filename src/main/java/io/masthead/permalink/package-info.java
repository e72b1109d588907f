/**
 * Where readers find content: the addresses of posts, pages, categories, tags, authors, media and
 * archives by the settings of the site. Whether something is served there is not decided here.
 */
package io.masthead.permalink;
