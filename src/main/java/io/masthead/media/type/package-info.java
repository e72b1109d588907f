/**
 * What a received file is, by its bytes: its type, and the size of an image by its header. Nothing is decoded, and
 * nothing of a file is held in memory.
 */
package io.masthead.media.type;
