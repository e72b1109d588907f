/** Sends the files of media, on the event loop and without a copy in memory. It depends on no surface. */
package io.masthead.web.file;
