/**
 * The pixels of images: what a file's header says, what is taken out before it is served, smaller versions,
 * edits and placeholders. Reads files and writes files; knows no database, no addresses and no storage.
 */
package io.masthead.media.image;
