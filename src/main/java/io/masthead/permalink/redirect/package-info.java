/**
 * Redirects of paths of the site: those that administrators make, and the list of them together with those of former
 * slugs. {@link io.masthead.permalink.SiteResolver} says where they come in.
 */
package io.masthead.permalink.redirect;
