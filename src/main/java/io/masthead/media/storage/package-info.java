/**
 * Where the bytes of media are kept: a port, and its adapter for a folder; the one for other servers is outside of
 * the core. Media decide what is kept and for how long; nothing here knows their rows.
 */
package io.masthead.media.storage;
