/** What stands at a path of the site, and redirects. */
package io.masthead.api.v1.redirect;
