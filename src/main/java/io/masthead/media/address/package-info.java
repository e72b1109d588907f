/** The addresses of files: what is asked for below them, and which ones files had before. */
package io.masthead.media.address;
