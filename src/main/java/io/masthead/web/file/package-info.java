/** Sends the files of media: those of a folder by the operating system, others as they come. It depends on no surface. */
package io.masthead.web.file;
