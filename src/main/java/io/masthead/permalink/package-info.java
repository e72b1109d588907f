/**
 * The URLs of posts, pages, categories, tags, authors, media and archives, by the settings of the site. Other
 * packages decide whether something is served there.
 */
package io.masthead.permalink;
