/**
 * What one client may take of the server before a worker is taken for it: connections, the time
 * that a request needs to arrive, and answers that it does not read. It knows no surface but by
 * what each says of itself.
 */
package io.masthead.web.limit;
