/** Files that are taken from URLs: whether that is allowed, and the port to the client that gets them. */
package io.masthead.media.fetch;
