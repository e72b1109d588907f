/**
 * Smaller versions of stored images: which there are, where they are kept, and how many are made at once. Pixels are
 * the matter of {@code media.image}.
 */
package io.masthead.media.rendition;
