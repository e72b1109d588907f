/**
 * Attachments: data on files that posts show. Uploaded files are stored here; of imported ones only the URLs, since
 * the files stay where they are.
 */
package io.masthead.media;
