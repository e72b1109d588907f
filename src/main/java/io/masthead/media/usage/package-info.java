/** Which posts show a media item, so that it is not deleted by mistake. Posts know media, and tell it here. */
package io.masthead.media.usage;
