/**
 * Attachments: what is known of a file that posts show. For now the files themselves lie where they
 * were; only their addresses are kept.
 */
package io.masthead.media;
