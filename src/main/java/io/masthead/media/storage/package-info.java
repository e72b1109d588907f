/**
 * Where the bytes of media are kept: a port, and its adapter for a folder. Media decide what is kept and for how
 * long; nothing here knows their rows.
 */
package io.masthead.media.storage;
